package io.portcullis.simulation;

/** One account, one password after the other, from one address or a few. */
final class BruteForce extends Scripted {

    private final Dice dice;
    private final Persona[] sources;
    private int left;

    BruteForce(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(60, 300);
        this.sources = new Persona[dice.chance(60) ? 1 : dice.between(2, 5)];
        Persona client = Clients.browser(dice).account("acc-" + dice.below(5_000));
        boolean rented = dice.chance(30);
        for (int i = 0; i < sources.length; i++) {
            sources[i] = client.from(rented ? Places.residentialProxy(dice) : Places.datacenter(dice));
        }
    }

    @Override
    void plan() {
        if (left-- > 0) {
            Persona source = dice.pick(sources);
            then(dice.between(1_000, 6_000), (at, id) -> source.login(at, id, false));
        }
    }
}
