package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** Sells through the platform: looks after orders every day, is paid out once a week, at times to a new account. */
public final class Merchant extends Visitor {

    private final Persona persona;
    private final int payday;
    private int day = -1;

    /** @param start midnight at which the first day begins */
    public Merchant(int number, long start, Dice dice) {
        super(start, dice);
        this.payday = dice.below(7);
        this.persona = Clients.browser(dice)
                .account(dice.id("acc"))
                .device(dice.id("dev"))
                .referrer("https://sell.example/")
                .from(Places.newHome((3 << 20) + number));
    }

    @Override
    protected void plan() {
        day++;
        sleepUntil(day, 6 * Rhythm.HOUR + dice.below(14 * 3_600) * 1_000L);
        Persona today = persona.session(dice.id("s"));
        logIn(today, dice.chance(7) ? 1 : 0);
        int orders = dice.between(2, 12);
        for (int i = 0; i < orders; i++) {
            String order = dice.id("ord");
            then(dice.pause(40_000), today.request(get("/v1/orders/" + order).on(order)));
        }
        if (day % 7 == payday) {
            bePaid(today);
        }
    }

    private void bePaid(Persona today) {
        if (dice.chance(5)) {
            then(dice.pause(60_000), today.request(call("PUT", "/v1/account/payout-account", 200)));
            rest(dice.between(26, 40) * Rhythm.HOUR);
        }
        then(dice.pause(60_000), today.request(get("/v1/export").answering(120_000)));
        then(dice.pause(90_000), today.request(post("/v1/payouts", 202)));
        then(dice.pause(4_000), today.pay(Money.payout(10_000 + (int) dice.pause(90_000))));
    }
}
