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
            sources[i] = client.from(Places.datacenter(dice)).device(dice.chance(50) ? "dev-cs" + number : null);
        }
    }

    @Override
    void plan() {
        if (left-- > 0) {
            Persona tried = dice.pick(sources).account("acc-" + dice.below(1_000_000));
            int outcome = dice.below(200);
            then(
                    dice.between(800, 4_000),
                    (at, id) -> outcome < 3
                            ? tried.login(at, id, true)
                            : tried.refused(at, id, outcome < 60 ? "bad-password" : "unknown-user"));
        }
    }
}
