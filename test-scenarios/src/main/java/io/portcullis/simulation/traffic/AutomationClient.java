package io.portcullis.simulation.traffic;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** An HTTP library or a headless browser goes about as a person would; some log in again and again. */
public final class AutomationClient extends Campaign {

    private final Persona script;
    private final int loginEvery;
    private final int pause;

    public AutomationClient(Opening opening) {
        super(opening, 250, 500);
        this.loginEvery = dice.chance(50) ? dice.between(5, 20) : 10_000;
        this.script = (dice.chance(50) ? Clients.library(dice) : Clients.headless(dice))
                .account(dice.id("acc"))
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.pause = dice.between(1_500, 8_000);
    }

    @Override
    protected void round() {
        if (left() % loginEvery == 1) {
            then(dice.about(2_000), script.loggedIn());
        } else if (dice.chance(15)) {
            then(dice.about(pause), script.request(get("/v1/account")));
        } else {
            then(dice.about(pause), script.request(Town.product(dice.below(Town.PRODUCTS), 200, dice)));
        }
    }
}
