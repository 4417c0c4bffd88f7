package io.portcullis.simulation.payment;

import io.portcullis.simulation.innocent.Saver;
import io.portcullis.simulation.stage.Actor;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import java.util.ArrayList;
import java.util.List;

/** Shops with accounts that have always spent a little, for a lot, on a device that they have never used. */
public final class UnusualAmount extends Campaign {

    private final Persona thief;
    private final List<Persona> victims = new ArrayList<>();

    public UnusualAmount(Opening opening) {
        super(opening.late(), 5, 9);
        this.thief = Clients.browser(dice).device(dice.id("dev")).from(Places.lair(dice));
        for (int i = 0; i <= left(); i++) {
            victims.add(Clients.browser(dice)
                    .account(dice.id("acc"))
                    .card(dice.id("card"))
                    .device(dice.id("dev"))
                    .from(Places.newHome((7 << 20) + dice.below(600_000))));
        }
    }

    /** Their life before. */
    @Override
    public List<Actor> bystanders() {
        List<Actor> owners = new ArrayList<>();
        for (Persona owner : victims) {
            owners.add(new Saver(town.start(), now(), owner, dice.split()));
        }
        return owners;
    }

    @Override
    protected void round() {
        Persona owner = victims.get(left());
        Persona taken = owner.heldBy(thief).session(dice.id("s"));
        then(dice.pause(20 * Rhythm.MINUTE), taken.loggedIn());
        int times = dice.between(1, 3);
        for (int i = 0; i < times; i++) {
            then(dice.pause(30_000), taken.request(post("/v1/cart", 201)));
            then(dice.pause(20_000), taken.request(post("/v1/checkout", 201)));
            then(dice.pause(25_000), taken.pay(Money.charge(dice.between(90_000, 500_000))));
        }
    }
}
