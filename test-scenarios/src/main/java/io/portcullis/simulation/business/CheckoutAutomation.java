package io.portcullis.simulation.business;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** Waits for a drop and is first in line, every time: cart, checkout and payment within a second. */
public final class CheckoutAutomation extends Campaign {

    private final Persona bot;
    private final int drop;
    private final boolean manyAccounts;
    private final int pause;

    public CheckoutAutomation(Opening opening) {
        super(opening, 25, 90);
        this.bot = Clients.tool(dice)
                .account(dice.id("acc"))
                .card(dice.id("card"))
                .device(dice.chance(70) ? dice.id("dev") : null)
                .from(Places.lair(dice));
        this.drop = dice.below(Town.PRODUCTS);
        this.manyAccounts = dice.chance(50);
        this.pause = dice.between(1_000, 25_000);
    }

    @Override
    protected void round() {
        Persona session = bot.session(dice.id("s"));
        Persona buyer = manyAccounts ? session.account(dice.id("acc")).card(dice.id("card")) : session;
        String order = dice.id("ord");
        then(dice.pause(pause), buyer.request(Town.product(drop, 200, dice)));
        then(dice.between(30, 200), buyer.request(post("/v1/cart", 201).on("product-" + drop)));
        then(dice.between(30, 300), buyer.request(post("/v1/checkout", 201).on(order)));
        Money money = Money.charge(18_000).order(order);
        then(dice.between(50, 400), buyer.pay(dice.chance(15) ? money.declined("sold-out") : money));
    }
}
