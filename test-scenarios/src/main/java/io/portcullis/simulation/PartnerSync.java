package io.portcullis.simulation;

/** A partner's integration that fetches every order anew, several a second, in a run every few hours. */
final class PartnerSync extends Scripted {

    private static final int RUNS_A_DAY = 4;

    private final Persona persona;
    private final int ofARun;
    private final Dice dice;
    private int run;
    private int order;

    /** @param ofADay how many requests on a day */
    PartnerSync(int number, long start, int ofADay, Dice dice) {
        super(start);
        this.dice = dice;
        this.ofARun = Math.max(1, ofADay / RUNS_A_DAY);
        this.persona = Clients.named("partner-batch/1.9 (okhttp/4.12.0)")
                .apiKey("key-b" + number)
                .organization("partner-b" + number)
                .from(Places.office(3_700 + number));
    }

    @Override
    void plan() {
        if (order == ofARun) {
            order = 0;
            run++;
        }
        if (order == 0) {
            sleepUntil(run / RUNS_A_DAY, run % RUNS_A_DAY * Rhythm.DAY / RUNS_A_DAY);
        }
        int read = order++;
        then(
                dice.between(120, 280),
                (at, id) -> persona.request(at, id, "GET", "/v1/orders/" + read, 200, "order-" + read, dice));
    }
}
