package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** A common password for account after account, a few tries an hour for days, so that no limit is ever reached. */
public final class SlowSpraying extends Campaign {

    private final Persona[] sources;
    private final long pause;

    public SlowSpraying(Opening opening) {
        super(opening.early(), 80, 150);
        this.sources = spread(Clients.tool(dice), dice.chance(70) ? 1 : 2, Places::hidden);
        this.pause = dice.between(11, 28) * Rhythm.MINUTE;
    }

    @Override
    protected void round() {
        Persona tried = dice.pick(sources).account(victim());
        then(dice.about(pause), dice.chance(1) ? tried.loggedIn() : tried.mistyped());
    }
}
