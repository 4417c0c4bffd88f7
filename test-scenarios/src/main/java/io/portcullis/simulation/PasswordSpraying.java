package io.portcullis.simulation;

/** One or two common passwords for each of many accounts; some go fast, some take the day. */
final class PasswordSpraying extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final int pause;
    private int left;

    PasswordSpraying(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        boolean slow = dice.chance(50);
        this.left = slow ? dice.between(60, 150) : dice.between(80, 300);
        this.pause = slow ? 300_000 : 5_000;
        this.persona = Clients.browser(dice).from(Places.datacenter(dice));
    }

    @Override
    void plan() {
        if (left-- > 0) {
            Persona tried = persona.account("acc-" + dice.below(1_000_000));
            then(dice.between(pause / 2, pause * 3 / 2), (at, id) -> tried.login(at, id, false));
        }
    }
}
