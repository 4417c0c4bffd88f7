package io.portcullis.simulation.business;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Has the service send its spam: invitations to hundreds who never asked. */
public final class InviteBurst extends Campaign {

    private final Persona spammer;
    private final int pause;

    public InviteBurst(Opening opening) {
        super(opening, 250, 310);
        this.spammer = Clients.tool(dice)
                .account(dice.id("acc"))
                .device(dice.chance(60) ? dice.id("dev") : null)
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.pause = dice.between(500, 9_000);
    }

    @Override
    protected void round() {
        then(dice.pause(pause), spammer.request(post("/v1/invites", dice.chance(92) ? 201 : 429)));
    }
}
