package io.portcullis.simulation;

/** An HTTP library or a headless browser goes about as a person would; some log in again and again. */
final class AutomationClient extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final int loginEvery;
    private int left;

    AutomationClient(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(300, 800);
        this.loginEvery = dice.chance(50) ? dice.between(5, 20) : Integer.MAX_VALUE;
        this.persona = (dice.chance(50) ? Clients.library(dice) : Clients.headless(dice))
                .from(Places.datacenter(dice))
                .account("acc-au" + number)
                .session("s-au" + number);
    }

    @Override
    void plan() {
        if (left == 0) {
            return;
        }
        if (--left % loginEvery == 0) {
            then(dice.between(1_000, 3_000), (at, id) -> persona.login(at, id, true));
        } else {
            int product = dice.below(4_000);
            then(
                    dice.between(2_000, 6_000),
                    (at, id) ->
                            persona.request(at, id, "GET", "/v1/products/" + product, 200, "product-" + product, dice));
        }
    }
}
