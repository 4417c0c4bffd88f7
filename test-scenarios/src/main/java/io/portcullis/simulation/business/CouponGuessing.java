package io.portcullis.simulation.business;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Tries codes of coupons or gift cards, most of which do not exist. */
public final class CouponGuessing extends Campaign {

    private final Persona[] sources;
    private final String path;
    private final String stem;
    private final int pause;

    public CouponGuessing(Opening opening) {
        super(opening, 120, 280);
        Persona client = Clients.tool(dice)
                .account(dice.chance(50) ? dice.id("acc") : null)
                .session(dice.id("s"));
        this.sources = spread(client, dice.chance(70) ? 1 : dice.between(2, 5), Places::lair);
        this.path = dice.chance(50) ? "/v1/coupons" : "/v1/gift-cards";
        this.stem = dice.pick(new String[] {"SAVE", "GIFT-", "VIP", "SUMMER", "X"});
        this.pause = dice.between(300, 5_000);
    }

    @Override
    protected void round() {
        int answer = dice.below(100);
        then(
                dice.pause(pause),
                dice.pick(sources)
                        .request(post(path, answer < 3 ? 200 : answer < 70 ? 404 : 422)
                                .on(stem + Integer.toString(dice.below(60_000_000), 36))));
    }
}
