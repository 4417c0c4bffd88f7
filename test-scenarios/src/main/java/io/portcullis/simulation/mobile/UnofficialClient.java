package io.portcullis.simulation.mobile;

import io.portcullis.domain.activity.App;
import io.portcullis.simulation.stage.Call;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** A rebuilt or imitated app: not from the store, not attested, or of a version that was never released. */
public final class UnofficialClient extends Campaign {

    private final Persona app;
    private final String[] accounts;
    private final int pause;

    public UnofficialClient(Opening opening) {
        super(opening, 130, 250);
        boolean imitated = dice.chance(50);
        boolean invented = dice.chance(40);
        String version =
                invented ? dice.between(6, 99) + "." + dice.below(10) + ".9" : "5." + dice.between(1, 9) + ".0";
        boolean ios = dice.chance(30);
        App claimed = new App(
                ios ? "ios" : "android", version, false, dice.chance(60), false, invented && !imitated ? null : false);
        this.app = Clients.app(dice, ios, version, claimed)
                .device(dice.id("dev"))
                .token(dice.id("tok"))
                .from(Places.lair(dice));
        this.accounts = new String[dice.between(1, 6)];
        for (int i = 0; i < accounts.length; i++) {
            accounts[i] = dice.chance(50) ? victim() : dice.id("acc");
        }
        this.pause = dice.between(1_500, 12_000);
    }

    @Override
    protected void round() {
        Persona user = app.account(dice.pick(accounts));
        then(dice.pause(pause), dice.chance(6) ? user.loggedIn() : user.request(page()));
    }

    private Call page() {
        return dice.chance(70)
                ? Town.product(dice.below(Town.PRODUCTS), 200, dice)
                : dice.chance(50) ? get("/v1/account") : post("/v1/cart", 201);
    }
}
