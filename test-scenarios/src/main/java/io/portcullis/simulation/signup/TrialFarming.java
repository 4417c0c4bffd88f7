package io.portcullis.simulation.signup;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** Signs up, uses the free credit to its end, and comes back as somebody else: same device or same card, without end. */
public final class TrialFarming extends Campaign {

    private final Persona client;
    private final boolean sameDevice;
    private final long pause;
    private int accounts;

    public TrialFarming(Opening opening) {
        super(opening.early(), 17, 24);
        this.sameDevice = dice.chance(60);
        this.client = Clients.browser(dice)
                .device(dice.id("dev"))
                .card(dice.id("card"))
                .from(Places.lair(dice));
        this.pause = dice.between(5, 60) * Rhythm.MINUTE;
    }

    @Override
    protected void round() {
        Persona next = client.account(dice.id("acc")).session(dice.id("s"));
        Persona farmer = sameDevice ? next : next.device(dice.id("dev")).from(Places.residentialProxy(dice));
        then(
                dice.pause(pause),
                farmer.signup("me+" + ++accounts + Integer.toString(dice.below(999), 36) + "@mail.example"));
        then(dice.pause(9_000), farmer.request(post("/v1/trials", 201)));
        then(dice.pause(2_000), farmer.pay(Money.credit(1_000).promo("TRIAL")));
        int uses = dice.between(4, 14);
        for (int i = 0; i < uses; i++) {
            then(
                    dice.pause(5_000),
                    farmer.request(post("/v1/chat/completions", 200).taking(900 + dice.pause(4_000))));
        }
    }
}
