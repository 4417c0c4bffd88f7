package io.portcullis.simulation.scraping;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** The catalogue, read from one number to the next at the pace of a machine. */
public final class Scraping extends Campaign {

    private final Persona script;
    private final int pause;
    private final int step;
    private int product;

    public Scraping(Opening opening) {
        super(opening, 600, 820);
        this.product = dice.below(2_000);
        this.step = dice.chance(75) ? 1 : dice.between(2, 5);
        this.pause = dice.between(300, 1_800);
        this.script = Clients.tool(dice).from(Places.lair(dice)).session(dice.chance(50) ? dice.id("s") : null);
    }

    @Override
    protected void round() {
        product += step;
        then(dice.about(pause), script.request(Town.product(product, product < 6_000 ? 200 : 404, dice)));
    }
}
