package io.portcullis.simulation.credentials;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;

/** One paid token, sold or passed on: used on dozens of devices in as many places at the same time. */
public final class SharedToken extends Campaign {

    private final Persona[] guests;
    private final int pause;

    public SharedToken(Opening opening) {
        super(opening, 100, 350);
        String account = victim();
        String token = dice.id("tok");
        this.guests = new Persona[dice.between(12, 60)];
        for (int i = 0; i < guests.length; i++) {
            guests[i] = (dice.chance(50) ? Clients.phone(dice) : Clients.browser(dice))
                    .account(account)
                    .token(token)
                    .device(dice.id("dev"))
                    .from(dice.chance(80) ? Places.residentialProxy(dice) : Places.hidden(dice));
        }
        this.pause = dice.between(4_000, (int) Rhythm.MINUTE);
    }

    @Override
    protected void round() {
        then(
                dice.pause(pause),
                dice.pick(guests)
                        .request(
                                dice.chance(80)
                                        ? Town.product(dice.below(Town.PRODUCTS), 200, dice)
                                        : get("/v1/account")));
    }
}
