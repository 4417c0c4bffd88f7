package io.portcullis.simulation;

/** An HTTP library or a headless browser goes about as a person would. */
final class AutomationClient extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private int left;

    AutomationClient(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(300, 800);
        Places.Place place = Places.datacenter(dice);
        this.persona = (dice.chance(50) ? Clients.library(dice) : Clients.headless(dice))
                .from(place.ip(), place.network())
                .account("acc-au" + number)
                .session("s-au" + number);
    }

    @Override
    void plan() {
        if (left-- > 0) {
            int product = dice.below(4_000);
            then(
                    dice.between(2_000, 6_000),
                    (at, id) ->
                            persona.request(at, id, "GET", "/v1/products/" + product, 200, "product-" + product, dice));
        }
    }
}
