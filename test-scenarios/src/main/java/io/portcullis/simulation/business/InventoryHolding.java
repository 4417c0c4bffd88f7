package io.portcullis.simulation.business;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/** Puts what is scarce into carts, again as soon as they expire, and never buys. */
public final class InventoryHolding extends Campaign {

    private final Persona[] carts;
    private final int firstProduct;
    private final int products;
    private final long pause;

    public InventoryHolding(Opening opening) {
        super(opening, 120, 220);
        Persona client = Clients.tool(dice).device(dice.chance(50) ? dice.id("dev") : null);
        this.carts = spread(client, dice.between(1, 20), Places::lair);
        for (int i = 0; i < carts.length; i++) {
            carts[i] = carts[i].session(dice.id("s")).account(dice.chance(60) ? dice.id("acc") : null);
        }
        this.firstProduct = dice.below(3_900);
        this.products = dice.between(1, 12);
        this.pause = dice.between(4_000, 2 * (int) Rhythm.MINUTE);
    }

    @Override
    protected void round() {
        String product = "product-" + (firstProduct + dice.below(products));
        then(
                dice.pause(pause),
                dice.pick(carts)
                        .request(post("/v1/cart", dice.chance(85) ? 201 : 409).on(product)));
    }
}
