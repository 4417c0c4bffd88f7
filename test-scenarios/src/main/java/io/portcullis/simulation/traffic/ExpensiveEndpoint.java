package io.portcullis.simulation.traffic;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Finds what takes the server longest and asks for it again and again. */
public final class ExpensiveEndpoint extends Campaign {

    private static final String[] PATHS = {
        "/v1/reports/year", "/v1/reports/all", "/v1/search?sort=relevance&limit=10000"
    };

    private final Persona source;
    private final String path;
    private final int pause;
    private final int duration;

    public ExpensiveEndpoint(Opening opening) {
        super(opening, 130, 250);
        this.source = Clients.tool(dice)
                .account(dice.chance(60) ? dice.id("acc") : null)
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.path = dice.pick(PATHS);
        this.pause = dice.between(700, 4_500);
        this.duration = dice.between(3_000, 14_000);
    }

    @Override
    protected void round() {
        then(
                dice.pause(pause),
                source.request(get(path, dice.chance(88) ? 200 : 504)
                        .taking(duration + dice.pause(duration))
                        .answering(2_000_000)));
    }
}
