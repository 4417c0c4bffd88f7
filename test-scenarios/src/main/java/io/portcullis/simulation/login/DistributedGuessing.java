package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** The passwords of one account, guessed by a botnet: no address tries more than once or twice. */
public final class DistributedGuessing extends Campaign {

    private final Persona client;
    private final boolean sameProgram;
    private final int pause;

    public DistributedGuessing(Opening opening) {
        super(opening, 110, 200);
        this.client = Clients.disguised(dice).account(victim());
        this.sameProgram = dice.chance(60);
        this.pause = dice.between(4_000, 60_000);
    }

    @Override
    protected void round() {
        Persona bot = sameProgram ? client : client.through(Clients.browser(dice));
        then(dice.pause(pause), bot.from(Places.residentialProxy(dice)).mistyped());
    }
}
