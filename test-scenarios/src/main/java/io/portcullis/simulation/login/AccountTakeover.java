package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/**
 * A few wrong passwords and then the right one, on a device and in a country that the account has never seen; then the
 * thief locks the owner out and takes what there is.
 */
public final class AccountTakeover extends Campaign {

    private final Persona thief;
    private final int most;

    public AccountTakeover(Opening opening) {
        super(opening.late(), 3, 9);
        this.thief = Clients.browser(dice).device(dice.id("dev")).from(Places.lair(dice));
        this.most = dice.between(2, 7);
    }

    @Override
    protected void round() {
        Persona taken = thief.account(victim()).session(dice.id("s"));
        int wrong = dice.between(1, most);
        for (int i = 0; i < wrong; i++) {
            then(dice.pause(12_000), taken.mistyped());
        }
        then(dice.pause(12_000), taken.loggedIn());
        then(dice.pause(8_000), taken.request(get("/v1/account")));
        lockOut(taken);
        take(taken);
        rest(dice.pause(40 * Rhythm.MINUTE));
    }

    private void lockOut(Persona taken) {
        then(dice.pause(30_000), taken.request(call("PUT", "/v1/account/email", 200)));
        then(dice.pause(20_000), taken.request(call("PUT", "/v1/account/password", 200)));
    }

    private void take(Persona taken) {
        if (dice.chance(60)) {
            then(dice.pause(40_000), taken.request(get("/v1/export").answering(300_000)));
        }
        if (dice.chance(65)) {
            then(dice.pause(60_000), taken.request(post("/v1/payouts", 202)));
            then(dice.pause(3_000), taken.pay(Money.payout(dice.between(5_000, 120_000))));
        }
    }
}
