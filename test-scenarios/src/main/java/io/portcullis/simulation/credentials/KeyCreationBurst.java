package io.portcullis.simulation.credentials;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Makes keys by the dozen while the door is open, to have some left when the first are revoked. */
public final class KeyCreationBurst extends Campaign {

    private final Persona script;
    private final int pause;

    public KeyCreationBurst(Opening opening) {
        super(opening, 20, 90);
        this.script = Clients.tool(dice)
                .account(dice.chance(50) ? victim() : dice.id("acc"))
                .session(dice.id("s"))
                .device(dice.id("dev"))
                .from(Places.lair(dice));
        this.pause = dice.between(800, 15_000);
    }

    @Override
    protected void round() {
        then(dice.pause(pause), script.request(post("/v1/api-keys", 201).on(dice.id("key"))));
    }
}
