package io.portcullis.simulation.traffic;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Password resets, exports or refunds, called without end. */
public final class SensitiveEndpointFlood extends Campaign {

    private static final String[] PATHS = {"/v1/password-reset", "/v1/export", "/v1/refunds", "/v1/payouts"};

    private final Persona[] sources;
    private final String path;
    private final int pause;

    public SensitiveEndpointFlood(Opening opening) {
        super(opening, 300, 700);
        Persona client = Clients.tool(dice)
                .account(dice.chance(70) ? dice.id("acc") : null)
                .session(dice.chance(70) ? dice.id("s") : null);
        this.sources = spread(client, dice.chance(70) ? 1 : dice.between(2, 5), Places::lair);
        this.path = dice.pick(PATHS);
        this.pause = dice.between(150, 1_500);
    }

    @Override
    protected void round() {
        then(dice.pause(pause), dice.pick(sources).request(post(path, dice.chance(90) ? 202 : 429)));
    }
}
