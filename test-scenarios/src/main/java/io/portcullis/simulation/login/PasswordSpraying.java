package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** The same one or two common passwords for each of many accounts, fast, from one address. */
public final class PasswordSpraying extends Campaign {

    private final Persona source;
    private final int pause;
    private final int strangers;

    public PasswordSpraying(Opening opening) {
        super(opening, 80, 300);
        this.source = Clients.tool(dice).from(Places.lair(dice));
        this.pause = dice.between(1_000, 8_000);
        this.strangers = dice.below(25);
    }

    @Override
    protected void round() {
        if (dice.chance(strangers)) {
            then(dice.about(pause), source.account(dice.id("acc")).refused("unknown-user"));
        } else {
            Persona tried = source.account(victim());
            then(dice.about(pause), dice.chance(1) ? tried.loggedIn() : tried.mistyped());
        }
    }
}
