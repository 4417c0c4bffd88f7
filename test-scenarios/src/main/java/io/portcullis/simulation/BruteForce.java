package io.portcullis.simulation;

/** One account, one password after the other. */
final class BruteForce extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private int left;

    BruteForce(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(60, 300);
        Places.Place place = dice.chance(70) ? Places.datacenter(dice) : Places.residentialProxy(dice);
        this.persona = Clients.browser(dice).from(place.ip(), place.network()).account("acc-" + dice.below(5_000));
    }

    @Override
    void plan() {
        if (left-- > 0) {
            then(dice.between(1_000, 6_000), (at, id) -> persona.login(at, id, false));
        }
    }
}
