package io.portcullis.simulation.business;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Goes to the last step without the ones before: confirms orders that were never put into a cart, never priced. */
public final class WorkflowSkipping extends Campaign {

    private final Persona[] accounts;
    private final boolean pays;
    private final int pause;

    public WorkflowSkipping(Opening opening) {
        super(opening, 20, 90);
        Persona client = Clients.tool(dice).device(dice.id("dev")).from(Places.lair(dice));
        this.accounts = new Persona[dice.between(1, 5)];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = client.account(dice.id("acc")).session(dice.id("s")).card(dice.id("card"));
        }
        this.pays = dice.chance(50);
        this.pause = dice.between(3_000, 40_000);
    }

    @Override
    protected void round() {
        Persona account = dice.pick(accounts);
        String order = dice.id("ord");
        if (pays) {
            then(dice.pause(pause), account.request(post("/v1/payments", 201).on(order)));
            then(dice.pause(900), account.pay(Money.charge(dice.between(1, 200)).order(order)));
        } else {
            int answer = dice.chance(70) ? 200 : 409;
            then(
                    dice.pause(pause),
                    account.request(
                            post("/v1/orders/" + order + "/confirm", answer).on(order)));
        }
    }
}
