package io.portcullis.simulation;

/** New accounts on few devices pay in the minute of their sign-up. */
final class SignupThenPayment extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final int number;
    private int left;

    SignupThenPayment(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.number = number;
        this.left = dice.between(30, 60);
        this.persona = Clients.browser(dice).from(Places.residentialProxy(dice));
    }

    @Override
    void plan() {
        if (left-- > 0) {
            String name = "sp" + number + "x" + left;
            Persona fake = persona.account("acc-" + name)
                    .device("dev-sp" + number + "-" + left % 3)
                    .card("card-" + name);
            then(dice.between(60_000, 900_000), (at, id) -> fake.signup(at, id, name + "@example.net"));
            int cents = dice.between(2_000, 30_000);
            then(dice.between(1_000, 30_000), (at, id) -> fake.payment(at, id, "charge", true, cents));
        }
    }
}
