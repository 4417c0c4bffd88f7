package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** Has the password, and has the owner's phone ask and ask again, at night perhaps, until somebody presses yes. */
public final class MfaFatigue extends Campaign {

    private final Persona thief;
    private final int pause;

    public MfaFatigue(Opening opening) {
        super(byNight(opening), 2, 6);
        this.thief = Clients.browser(dice).device(dice.id("dev")).from(Places.lair(dice));
        this.pause = dice.between(10_000, 70_000);
    }

    private static Opening byNight(Opening opening) {
        return opening.dice().chance(50) ? opening.atHour(2) : opening;
    }

    @Override
    protected void round() {
        Persona taken = thief.account(victim());
        int times = dice.between(8, 35);
        for (int i = 0; i < times; i++) {
            then(dice.pause(pause), taken.challenged());
            if (dice.chance(70)) {
                then(dice.pause(25_000), taken.notConfirmed());
            }
        }
        if (dice.chance(60)) {
            use(taken.session(dice.id("s")));
        }
        rest(dice.pause(20 * Rhythm.MINUTE));
    }

    private void use(Persona taken) {
        then(dice.pause(15_000), taken.loggedIn("mfa"));
        then(dice.pause(10_000), taken.request(get("/v1/account")));
        if (dice.chance(50)) {
            then(dice.pause(40_000), taken.request(get("/v1/export").answering(300_000)));
        } else {
            then(dice.pause(40_000), taken.request(post("/v1/payouts", 202)));
            then(dice.pause(3_000), taken.pay(Money.payout(dice.between(5_000, 90_000))));
        }
    }
}
