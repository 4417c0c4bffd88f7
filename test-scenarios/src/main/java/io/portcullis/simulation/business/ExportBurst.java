package io.portcullis.simulation.business;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Carries out everything there is before access ends: one export after the other. */
public final class ExportBurst extends Campaign {

    private final Persona leaver;
    private final int pause;

    public ExportBurst(Opening opening) {
        super(opening, 60, 110);
        this.leaver = (dice.chance(60) ? Clients.browser(dice) : Clients.tool(dice))
                .account(dice.chance(60) ? victim() : dice.id("acc"))
                .device(dice.id("dev"))
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.pause = dice.between(4_000, 45_000);
    }

    @Override
    protected void round() {
        then(
                dice.pause(pause),
                leaver.request((dice.chance(50) ? get("/v1/export") : post("/v1/exports", 202))
                        .on("dataset-" + left())
                        .taking(300 + dice.pause(3_000))
                        .answering(200_000 + dice.pause(2_000_000))));
    }
}
