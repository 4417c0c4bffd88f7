package io.portcullis.simulation.credentials;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Tries keys that nobody has ever issued, or that were revoked long ago, one after the other. */
public final class ApiKeyGuessing extends Campaign {

    private final Persona[] sources;
    private final String path;
    private final int pause;

    public ApiKeyGuessing(Opening opening) {
        super(opening, 120, 290);
        this.sources = spread(Clients.tool(dice), dice.chance(65) ? 1 : dice.between(2, 6), Places::lair);
        this.path = dice.pick(new String[] {"/v1/orders", "/v1/account", "/v1/products", "/v1/chat/completions"});
        this.pause = dice.between(200, 2_500);
    }

    @Override
    protected void round() {
        then(dice.about(pause), dice.pick(sources).apiKey(dice.id("key")).request(get(path, 401)));
    }
}
