package io.portcullis.simulation.scraping;

import io.portcullis.simulation.stage.Call;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** A competitor who takes listings, searches and prices in no order, all of them, every night. */
public final class CatalogueCrawl extends Campaign {

    private final Persona[] scripts;
    private final int pause;

    public CatalogueCrawl(Opening opening) {
        super(opening, 500, 850);
        this.scripts = spread(
                Clients.tool(dice).session(dice.chance(40) ? dice.id("s") : null),
                dice.chance(80) ? 1 : 2,
                Places::lair);
        this.pause = dice.between(500, 3_500);
    }

    @Override
    protected void round() {
        then(dice.pause(pause), dice.pick(scripts).request(page()));
    }

    private Call page() {
        int product = dice.below(Town.PRODUCTS);
        return switch (dice.below(5)) {
            case 0 -> get("/v1/categories/" + dice.below(60) + "?page=" + dice.between(1, 40));
            case 1 -> get("/v1/search?q=" + dice.below(3_000) + "&page=" + dice.between(1, 9));
            case 2 -> get("/v1/prices/" + product).on("price-" + product);
            default -> Town.product(product, 200, dice);
        };
    }
}
