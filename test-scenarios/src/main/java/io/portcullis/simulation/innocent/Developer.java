package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;
import io.portcullis.simulation.stage.Town;

/**
 * Builds something with a key, by script, from home: calls that are wrong are mended and called again. Now and then the
 * script is configured with an old key, or loops over what is not there, until somebody looks.
 */
public final class Developer extends Scripted {

    private final Persona persona;
    private int day = -1;

    /** @param start midnight at which the first day begins */
    public Developer(int number, long start, Dice dice) {
        super(start, dice);
        this.persona = Clients.library(dice)
                .account(dice.id("acc"))
                .apiKey(dice.id("key"))
                .from(number % 3 == 0 ? Places.cloud(9_000 + number) : Places.newHome((5 << 20) + number));
    }

    @Override
    protected void plan() {
        do {
            day++;
        } while (!Rhythm.isWorkday(day) || dice.chance(25));
        sleepUntil(day, 9 * Rhythm.HOUR + dice.below(3 * 3_600) * 1_000L);
        if (dice.chance(5)) {
            renewKeys();
        }
        int runs = dice.between(2, 6);
        for (int i = 0; i < runs; i++) {
            run(dice.between(3, 25));
            rest(dice.pause(35 * Rhythm.MINUTE));
        }
        if (dice.chance(6)) {
            forget(dice.chance(50) ? persona.apiKey(dice.id("key")) : persona);
        }
    }

    /** One for each of the places where it runs. */
    private void renewKeys() {
        int keys = dice.between(1, 4);
        for (int i = 0; i < keys; i++) {
            then(dice.pause(30_000), persona.request(post("/v1/api-keys", 201)));
        }
    }

    private void run(int calls) {
        int status = dice.chance(15) ? dice.pick(new Integer[] {400, 404, 422}) : 200;
        for (int i = 0; i < calls; i++) {
            then(dice.about(700), persona.request(Town.product(dice.below(Town.PRODUCTS), status, dice)));
        }
    }

    private void forget(Persona wrong) {
        int calls = dice.between(30, 90);
        for (int i = 0; i < calls; i++) {
            then(dice.about(20_000), wrong.request(get("/v1/orders", 401)));
        }
    }
}
