package io.portcullis.simulation.payment;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Knows a card's number and guesses the rest: month after month, code after code, until the bank says yes. */
public final class CardCracking extends Campaign {

    private final Persona[] sources;
    private final boolean manyAccounts;
    private final int pause;

    public CardCracking(Opening opening) {
        super(opening, 30, 160);
        Persona client =
                Clients.tool(dice).card(dice.id("card")).account(dice.id("acc")).device(dice.id("dev"));
        this.sources = spread(client, dice.chance(50) ? 1 : dice.between(2, 12), Places::lair);
        this.manyAccounts = dice.chance(40);
        this.pause = dice.between(2_000, 20_000);
    }

    @Override
    protected void round() {
        Persona source = dice.pick(sources);
        Persona guessing = manyAccounts ? source.account(dice.id("acc")).device(dice.id("dev")) : source;
        Money money = Money.charge(dice.between(100, 2_000));
        then(
                dice.pause(pause),
                guessing.pay(
                        left() == 0 ? money : money.declined(dice.chance(60) ? "incorrect-cvc" : "invalid-expiry")));
    }
}
