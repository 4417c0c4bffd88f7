package io.portcullis.simulation.signup;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** New accounts on few devices pay within the minute of their sign-up, with a stolen card each. */
public final class SignupThenPayment extends Campaign {

    private final Persona[] devices;
    private final long pause;

    public SignupThenPayment(Opening opening) {
        super(opening, 36, 50);
        Persona client = Clients.browser(dice).from(Places.residentialProxy(dice));
        this.devices = new Persona[dice.between(1, 3)];
        for (int i = 0; i < devices.length; i++) {
            devices[i] = client.device(dice.id("dev"));
        }
        this.pause = dice.between(30_000, 600_000);
    }

    @Override
    protected void round() {
        Persona fake = dice.pick(devices).account(dice.id("acc")).card(dice.id("card"));
        then(dice.pause(pause), fake.signup(Long.toString(dice.nextLong() >>> 24, 36) + "@post.example"));
        Money money = Money.charge(dice.between(2_000, 30_000));
        then(dice.between(1_000, 30_000), fake.pay(dice.chance(12) ? money.declined("do-not-honor") : money));
    }
}
