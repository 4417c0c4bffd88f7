package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Places.Place;
import io.portcullis.simulation.stage.Scripted;

/** A partner's integration, day and night at a steady pace, with one key from two machines. */
public final class Partner extends Scripted {

    private static final int ORDERS = 20_000;

    private final Persona persona;
    private final Place[] machines;
    private final long pause;
    private final long until;

    /** @param pause from one request to the next, milliseconds */
    public Partner(int number, long start, long pause, Dice dice) {
        this(number, start, Long.MAX_VALUE, pause, dice.id("key"), dice);
    }

    /** @param until when it is switched off */
    public Partner(int number, long start, long until, long pause, String key, Dice dice) {
        super(start, dice);
        this.pause = pause;
        this.until = until;
        this.machines = new Place[] {Places.cloud(3_500 + 2 * number), Places.cloud(3_501 + 2 * number)};
        this.persona = Clients.integration("partner-sync/3." + dice.between(0, 6) + " (java 21)")
                .apiKey(key)
                .organization("partner-" + number);
    }

    @Override
    protected void plan() {
        if (now() < until) {
            int order = dice.below(ORDERS);
            then(
                    dice.about(pause),
                    persona.from(dice.pick(machines))
                            .request(get("/v1/orders/" + order).on("order-" + order)));
        }
    }
}
