package io.portcullis.simulation.payment;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Stolen cards, tried with small amounts on one device until one is approved. */
public final class CardTesting extends Campaign {

    private static final String[] DECLINES = {"do-not-honor", "insufficient-funds", "stolen-card", "expired-card"};

    private final Persona device;
    private final int pause;
    private final int good;

    public CardTesting(Opening opening) {
        super(opening, 40, 220);
        this.device = Clients.tool(dice)
                .device(dice.id("dev"))
                .account(dice.chance(70) ? dice.id("acc") : null)
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.pause = dice.between(3_000, 30_000);
        this.good = dice.between(3, 14);
    }

    @Override
    protected void round() {
        Money money = Money.charge(dice.between(50, 400));
        then(
                dice.pause(pause),
                device.card(dice.id("card")).pay(dice.chance(good) ? money : money.declined(dice.pick(DECLINES))));
    }
}
