package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;

/** A buyer, a journalist, a collector: reads a few hundred pages on a working day, fast, with many tabs. */
public final class PowerUser extends Visitor {

    private final Persona persona;
    private int day = -1;
    private int batches;
    private Persona today;

    /** @param start midnight at which the first day begins */
    public PowerUser(int number, long start, Dice dice) {
        super(start, dice);
        this.persona = Clients.browser(dice)
                .account(dice.id("acc"))
                .device(dice.id("dev"))
                .referrer("https://shop.example/")
                .from(Places.newHome((1 << 21) + number));
        this.today = persona;
    }

    @Override
    protected void plan() {
        if (batches-- == 0) {
            do {
                day++;
            } while (!Rhythm.isWorkday(day));
            batches = dice.between(5, 16);
            sleepUntil(day, 8 * Rhythm.HOUR + dice.below(7_200) * 1_000L);
            today = persona.session(dice.id("s"));
            logIn(today, dice.chance(6) ? 1 : 0);
        }
        int category = dice.below(60);
        then(dice.pause(8_000), today.request(get("/v1/categories/" + category + "?page=" + dice.between(1, 5))));
        int tabs = dice.between(4, 15);
        for (int i = 0; i < tabs; i++) {
            read(today, 2_200, (category * 67 + dice.below(67)) % Town.PRODUCTS);
        }
        if (dice.chance(6)) {
            buy(today);
        }
        rest(dice.pause(22 * Rhythm.MINUTE));
    }
}
