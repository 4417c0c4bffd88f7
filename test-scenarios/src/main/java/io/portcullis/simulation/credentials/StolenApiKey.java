package io.portcullis.simulation.credentials;

import io.portcullis.simulation.innocent.Partner;
import io.portcullis.simulation.stage.Actor;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;
import java.util.List;

/** A partner's key that lay in a public repository: suddenly used from many countries and networks, by many programs. */
public final class StolenApiKey extends Campaign {

    private final String key;
    private final Persona[] thieves;
    private final int pause;
    private final int partner;
    private final long began;

    public StolenApiKey(Opening opening) {
        super(opening.late(), 120, 450);
        this.began = now();
        this.key = dice.id("key");
        this.partner = 5_000 + dice.below(20_000);
        this.thieves = new Persona[dice.between(5, 40)];
        for (int i = 0; i < thieves.length; i++) {
            thieves[i] = Clients.tool(dice)
                    .apiKey(key)
                    .organization("partner-" + partner)
                    .from(Places.lair(dice));
        }
        this.pause = dice.between(1_000, 12_000);
    }

    /** The partner, who notices nothing. */
    @Override
    public List<Actor> bystanders() {
        long habit = dice.between(15, 40) * Rhythm.MINUTE;
        return List.of(new Partner(partner, town.start(), began + Rhythm.DAY, habit, key, dice.split()));
    }

    @Override
    protected void round() {
        int what = dice.below(10);
        String order = "order-" + dice.below(90_000);
        then(
                dice.pause(pause),
                dice.pick(thieves)
                        .request(
                                what < 6
                                        ? get("/v1/orders/" + order).on(order)
                                        : what < 9
                                                ? Town.product(dice.below(Town.PRODUCTS), 200, dice)
                                                : get("/v1/export", 403)));
    }
}
