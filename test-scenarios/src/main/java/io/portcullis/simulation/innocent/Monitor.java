package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Scripted;

/** Asks every so often whether the API is there. */
public final class Monitor extends Scripted {

    private final Persona persona;
    private final long pause;

    /** @param pause from one request to the next, milliseconds */
    public Monitor(int number, long start, long pause, Dice dice) {
        super(start, dice);
        this.pause = pause;
        this.persona = Clients.named("Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)")
                .from(Places.cloud(3_000 + number));
    }

    @Override
    protected void plan() {
        then(pause, persona.request(get("/health", dice.below(500) == 0 ? 503 : 200)));
    }
}
