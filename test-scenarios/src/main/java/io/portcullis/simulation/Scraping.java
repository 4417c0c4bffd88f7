package io.portcullis.simulation;

/** The catalogue, read from the first product to the last at the pace of a machine. */
final class Scraping extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final long pause;
    private int product;
    private int left;

    Scraping(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(800, 2_000);
        this.product = dice.below(2_000);
        this.pause = dice.between(400, 1_500);
        this.persona =
                Clients.browser(dice).from(Places.datacenter(dice)).session(dice.chance(60) ? "s-sc" + number : null);
    }

    @Override
    void plan() {
        if (left-- > 0) {
            int read = product++;
            then(
                    dice.between(90, 110) * pause / 100,
                    (at, id) -> persona.request(at, id, "GET", "/v1/products/" + read, 200, "product-" + read, dice));
        }
    }
}
