package io.portcullis.simulation.payment;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** Is in somebody's account, changes where the money goes or who may say so, and has it paid out at once. */
public final class PayoutAfterChange extends Campaign {

    private static final String[] CHANGES = {"/v1/account/payout-account", "/v1/account/email", "/v1/account/password"};

    private final Persona thief;

    public PayoutAfterChange(Opening opening) {
        super(opening.late(), 4, 12);
        this.thief = Clients.browser(dice).device(dice.id("dev")).from(Places.lair(dice));
    }

    @Override
    protected void round() {
        Persona taken = thief.account(victim()).session(dice.id("s"));
        then(dice.pause(30 * Rhythm.MINUTE), taken.loggedIn(dice.chance(40) ? "password-reset" : "password"));
        int changes = dice.between(1, 3);
        for (int i = 0; i < changes; i++) {
            then(dice.pause(30_000), taken.request(call("PUT", dice.pick(CHANGES), 200)));
        }
        then(dice.pause(90_000), taken.request(post("/v1/payouts", 202)));
        then(dice.pause(4_000), taken.pay(Money.payout(dice.between(8_000, 250_000))));
    }
}
