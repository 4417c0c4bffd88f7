package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** One account, one password after the other, from one address or a few; some APIs lock the account, and it goes on. */
public final class BruteForce extends Campaign {

    private final Persona[] sources;
    private final int pause;
    private final int lockedBelow;

    public BruteForce(Opening opening) {
        super(opening, 100, 260);
        this.sources =
                spread(Clients.tool(dice).account(victim()), dice.chance(60) ? 1 : dice.between(2, 5), Places::lair);
        this.pause = dice.between(800, 6_000);
        this.lockedBelow = dice.chance(30) ? left() - 20 : 0;
    }

    @Override
    protected void round() {
        then(dice.pause(pause), dice.pick(sources).refused(left() < lockedBelow ? "locked" : "bad-password"));
    }
}
