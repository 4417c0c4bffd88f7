package io.portcullis.simulation;

/** One source, or a handful, tries leaked pairs of name and password: many accounts, hardly a success. */
final class CredentialStuffing extends Scripted {

    private final Dice dice;
    private final Persona[] sources;
    private int left;

    CredentialStuffing(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.left = dice.between(60, 400);
        this.sources = new Persona[dice.chance(60) ? 1 : dice.between(2, 4)];
        Persona client = dice.chance(50) ? Clients.library(dice) : Clients.browser(dice);
        for (int i = 0; i < sources.length; i++) {
            Places.Place place = Places.datacenter(dice);
            sources[i] = client.from(place.ip(), place.network()).device(dice.chance(50) ? "dev-cs" + number : null);
        }
    }

    @Override
    void plan() {
        if (left-- > 0) {
            Persona tried = sources[dice.below(sources.length)].account("acc-" + dice.below(1_000_000));
            boolean succeeds = dice.chance(2);
            then(dice.between(800, 4_000), (at, id) -> tried.login(at, id, succeeds));
        }
    }
}
