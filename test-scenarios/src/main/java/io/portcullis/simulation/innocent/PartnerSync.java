package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;

/** A partner's integration that fetches every order anew, several a second, in a run every few hours. */
public final class PartnerSync extends Scripted {

    private static final int RUNS_A_DAY = 4;

    private final Persona persona;
    private final int ofARun;
    private int run;
    private int order;

    /** @param ofADay how many requests on a day */
    public PartnerSync(int number, long start, int ofADay, Dice dice) {
        super(start, dice);
        this.ofARun = Math.max(1, ofADay / RUNS_A_DAY);
        this.persona = Clients.integration("partner-batch/1.9 (okhttp/4.12.0)")
                .apiKey(dice.id("key"))
                .organization("partner-b" + number)
                .from(Places.cloud(3_700 + number));
    }

    @Override
    protected void plan() {
        if (order == ofARun) {
            order = 0;
            run++;
        }
        if (order == 0) {
            sleepUntil(run / RUNS_A_DAY, run % RUNS_A_DAY * Rhythm.DAY / RUNS_A_DAY);
        }
        int read = order++;
        then(dice.between(120, 280), persona.request(get("/v1/orders/" + read).on("order-" + read)));
    }
}
