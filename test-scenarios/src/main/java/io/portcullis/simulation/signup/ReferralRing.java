package io.portcullis.simulation.signup;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Recommends the service to itself: account after account with one code, each worth a reward to the first. */
public final class ReferralRing extends Campaign {

    private final Persona head;
    private final String code;
    private final Persona[] devices;
    private final long pause;

    public ReferralRing(Opening opening) {
        super(opening, 40, 60);
        this.code = Integer.toString(40_000_000 + dice.below(9_000_000), 36);
        this.head = Clients.browser(dice)
                .account(dice.id("acc"))
                .device(dice.id("dev"))
                .from(Places.residentialProxy(dice));
        this.devices = new Persona[dice.between(1, 3)];
        for (int i = 0; i < devices.length; i++) {
            devices[i] = head.device(dice.id("dev")).from(Places.lair(dice));
        }
        this.pause = dice.between(60_000, 900_000);
    }

    @Override
    protected void round() {
        Persona friend = dice.pick(devices).account(dice.id("acc")).referrer("https://shop.example/r/" + code);
        String promo = "FRIEND-" + code;
        then(
                dice.pause(pause),
                friend.signup(Long.toString(dice.nextLong() >>> 24, 36) + "@mail.example", null, promo));
        if (dice.chance(70)) {
            then(dice.pause(9_000), head.pay(Money.credit(1_000).promo(promo)));
        }
    }
}
