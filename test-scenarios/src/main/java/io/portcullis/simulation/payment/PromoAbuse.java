package io.portcullis.simulation.payment;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** One present for each customer, and one device or card that is many customers. */
public final class PromoAbuse extends Campaign {

    private final Persona device;
    private final String promo;
    private final boolean credits;
    private final boolean sameCard;
    private final long pause;

    public PromoAbuse(Opening opening) {
        super(opening, 15, 60);
        this.promo = dice.pick(new String[] {"WELCOME10", "BLACKWEEK", "FIRST20", "SPRING"});
        this.device =
                Clients.phone(dice).device(dice.id("dev")).card(dice.id("card")).from(Places.residentialProxy(dice));
        this.credits = dice.chance(50);
        this.sameCard = dice.chance(50);
        this.pause = dice.between(60_000, 900_000);
    }

    @Override
    protected void round() {
        Persona account = device.account(dice.id("acc"));
        Persona linked = sameCard ? account.device(dice.id("dev")) : account.card(dice.id("card"));
        then(dice.pause(pause), linked.loggedIn());
        then(dice.pause(15_000), linked.request(post("/v1/promo", 200).on(promo)));
        Money money = credits ? Money.credit(2_000) : Money.charge(dice.between(900, 2_500));
        then(dice.pause(9_000), linked.pay(money.promo(promo)));
    }
}
