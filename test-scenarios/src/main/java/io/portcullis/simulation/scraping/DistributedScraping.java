package io.portcullis.simulation.scraping;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** One scraper behind hundreds of rented addresses: each asks for a few pages, and all look exactly alike. */
public final class DistributedScraping extends Campaign {

    private final Persona[] bots;
    private final int pause;
    private int product;

    public DistributedScraping(Opening opening) {
        super(opening, 400, 800);
        this.bots = spread(Clients.disguised(dice), dice.between(100, 400), Places::residentialProxy);
        this.pause = dice.between(200, 1_500);
        this.product = dice.below(2_000);
    }

    @Override
    protected void round() {
        product += dice.between(1, 3);
        then(dice.pause(pause), dice.pick(bots).request(Town.product(product % Town.PRODUCTS, 200, dice)));
    }
}
