package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Call;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;
import io.portcullis.simulation.stage.Town;

/** Somebody who is at it all day, on the same device at home, and does not know that something was stolen. */
public final class Owner extends Scripted {

    private final Persona persona;
    private final long until;
    private boolean loggedIn;

    public Owner(long start, long until, Persona persona, Dice dice) {
        super(start, dice);
        this.until = until;
        this.persona = persona;
    }

    @Override
    protected void plan() {
        if (now() >= until) {
            return;
        }
        if (!loggedIn || dice.chance(8)) {
            loggedIn = true;
            then(dice.pause(10_000), persona.loggedIn());
        }
        int pages = dice.between(1, 4);
        for (int i = 0; i < pages; i++) {
            Call page = dice.chance(70) ? Town.product(dice.below(Town.PRODUCTS), 200, dice) : get("/v1/account");
            then(dice.pause(20_000), persona.request(page));
        }
        rest(dice.pause(15 * Rhythm.MINUTE));
    }
}
