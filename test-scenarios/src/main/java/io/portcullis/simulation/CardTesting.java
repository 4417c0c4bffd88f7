package io.portcullis.simulation;

/** Stolen cards, tried with small amounts on one device until one is approved. */
final class CardTesting extends Scripted {

    private final Dice dice;
    private final Persona persona;
    private final int number;
    private int left;

    CardTesting(int number, long start, Dice dice) {
        super(start);
        this.dice = dice;
        this.number = number;
        this.left = dice.between(60, 250);
        this.persona = Clients.browser(dice)
                .from(Places.residentialProxy(dice))
                .device("dev-ct" + number)
                .account("acc-ct" + number)
                .session("s-ct" + number);
    }

    @Override
    void plan() {
        if (left-- > 0) {
            Persona trying = persona.card("card-ct" + number + "-" + left);
            boolean approved = dice.chance(8);
            int cents = dice.between(50, 300);
            then(dice.between(4_000, 30_000), (at, id) -> trying.payment(at, id, "charge", approved, cents));
        }
    }
}
