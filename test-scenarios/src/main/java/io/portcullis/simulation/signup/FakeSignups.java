package io.portcullis.simulation.signup;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** One device makes one account after the other. */
public final class FakeSignups extends Campaign {

    private final Persona phone;
    private final String domain;
    private final long pause;

    public FakeSignups(Opening opening) {
        super(opening, 30, 120);
        this.phone = (dice.chance(60) ? Clients.phone(dice) : Clients.browser(dice))
                .device(dice.id("dev"))
                .from(Places.residentialProxy(dice));
        this.domain = dice.pick(new String[] {"@mail.example", "@post.example", "@example.net", "@inbox.test"});
        this.pause = dice.between(20_000, 200_000);
    }

    @Override
    protected void round() {
        Persona fake = phone.account(dice.id("acc"));
        then(dice.pause(pause), fake.signup(Long.toString(dice.nextLong() >>> 24, 36) + domain));
        if (dice.chance(20)) {
            then(dice.pause(4_000), fake.request(get("/v1/account")));
        }
    }
}
