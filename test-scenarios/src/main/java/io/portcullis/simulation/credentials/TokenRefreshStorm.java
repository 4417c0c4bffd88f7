package io.portcullis.simulation.credentials;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Refreshes its token again and again, by a script that keeps a stolen session alive or has lost its head. */
public final class TokenRefreshStorm extends Campaign {

    private final Persona script;
    private final boolean everOther;
    private final boolean asCalls;
    private final int pause;

    public TokenRefreshStorm(Opening opening) {
        super(opening, 260, 340);
        this.everOther = dice.chance(50);
        this.asCalls = dice.chance(40);
        this.script = Clients.tool(dice)
                .account(victim())
                .token(dice.id("tok"))
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.pause = dice.between(250, 4_000);
    }

    @Override
    protected void round() {
        Persona refreshing = everOther ? script.token(dice.id("tok")) : script;
        then(
                dice.about(pause),
                asCalls ? refreshing.request(post("/v1/token", 200)) : refreshing.loggedIn("token-refresh"));
    }
}
