package io.portcullis.simulation.linkage;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;

/**
 * Was caught testing cards, and comes back on the same device or with the same card as somebody new, time and again, who
 * looks round, waits a little and pays.
 */
public final class LinkedAccounts extends Campaign {

    private final Persona device;
    private final boolean sameCard;
    private boolean caught;

    public LinkedAccounts(Opening opening) {
        super(opening.early(), 5, 14);
        this.sameCard = dice.chance(40);
        this.device = Clients.browser(dice)
                .device(dice.id("dev"))
                .card(dice.id("card"))
                .from(Places.residentialProxy(dice));
    }

    @Override
    protected void round() {
        if (!caught) {
            caught = true;
            beCaught();
        }
        rest(dice.pause(5 * Rhythm.HOUR));
        comeBack();
    }

    private void beCaught() {
        Persona first = device.account(dice.id("acc")).session(dice.id("s"));
        int cards = dice.between(15, 30);
        for (int i = 0; i < cards; i++) {
            then(
                    dice.pause(6_000),
                    first.card(dice.id("card"))
                            .pay(Money.charge(dice.between(50, 300)).declined("do-not-honor")));
        }
        then(dice.pause(6_000), first.pay(Money.charge(100).declined("stolen-card")));
    }

    private void comeBack() {
        Persona next = device.account(dice.id("acc")).session(dice.id("s")).from(Places.residentialProxy(dice));
        Persona fresh =
                sameCard ? next.through(Clients.browser(dice)).device(dice.id("dev")) : next.card(dice.id("card"));
        then(dice.pause(60_000), fresh.signup(Long.toString(dice.nextLong() >>> 24, 36) + "@mail.example"));
        int pages = dice.between(1, 4);
        for (int i = 0; i < pages; i++) {
            then(dice.pause(15_000), fresh.request(Town.product(dice.below(Town.PRODUCTS), 200, dice)));
        }
        then(dice.pause(20 * Rhythm.MINUTE), fresh.pay(Money.charge(dice.between(1_500, 9_000))));
    }
}
