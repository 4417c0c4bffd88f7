package io.portcullis.simulation;

/** One device makes one account after the other. */
final class FakeSignups extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final int number;
    private int left;

    FakeSignups(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.number = number;
        this.left = dice.between(60, 150);
        this.persona = Clients.phone(dice).from(Places.residentialProxy(dice)).device("dev-fs" + number);
    }

    @Override
    void plan() {
        if (left-- > 0) {
            String name = "fs" + number + "x" + left;
            Persona fake = persona.account("acc-" + name);
            then(dice.between(20_000, 240_000), (at, id) -> fake.signup(at, id, name + "@example.net"));
        }
    }
}
