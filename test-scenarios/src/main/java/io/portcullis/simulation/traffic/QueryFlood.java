package io.portcullis.simulation.traffic;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Searches for nonsense, no two queries alike, so that no cache helps. */
public final class QueryFlood extends Campaign {

    private final Persona[] sources;
    private final int pause;

    public QueryFlood(Opening opening) {
        super(opening, 450, 700);
        this.sources = spread(Clients.tool(dice), dice.chance(60) ? 1 : 2, Places::lair);
        this.pause = dice.between(60, 700);
    }

    @Override
    protected void round() {
        String words = Long.toString(dice.nextLong() >>> 30, 36);
        then(
                dice.pause(pause),
                dice.pick(sources)
                        .request(get("/v1/search?q=" + words, dice.chance(95) ? 200 : 503)
                                .taking(80 + dice.pause(300))));
    }
}
