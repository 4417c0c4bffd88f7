package io.portcullis.simulation.payment;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** Buys, keeps the goods and gets the money back, for nearly everything, by a few accounts in turn. */
public final class RefundAbuse extends Campaign {

    private final Persona[] accounts;
    private final long pause;

    public RefundAbuse(Opening opening) {
        super(opening.early(), 4, 12);
        Persona client = Clients.browser(dice).device(dice.id("dev")).from(Places.residentialProxy(dice));
        this.accounts = new Persona[dice.between(1, 4)];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = client.account(dice.id("acc")).card(dice.id("card"));
        }
        this.pause = dice.between(20, 200) * Rhythm.MINUTE;
    }

    @Override
    protected void round() {
        Persona buyer = dice.pick(accounts).session(dice.id("s"));
        String order = dice.id("ord");
        int cents = dice.between(3_000, 40_000);
        then(dice.pause(pause), buyer.request(post("/v1/checkout", 201).on(order)));
        then(dice.pause(20_000), buyer.pay(Money.charge(cents).order(order)));
        if (dice.chance(90)) {
            then(
                    dice.pause(30 * Rhythm.MINUTE),
                    buyer.request(post("/v1/refunds", 202).on(order)));
            then(dice.pause(60_000), buyer.pay(Money.refund(cents).order(order)));
        }
    }
}
