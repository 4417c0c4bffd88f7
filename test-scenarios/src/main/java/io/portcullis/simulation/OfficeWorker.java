package io.portcullis.simulation;

/** Works with the API on working days, with sixty colleagues behind one address who all log in of a morning. */
final class OfficeWorker extends Visitor {

    private static final int COLLEAGUES = 60;

    private final Persona persona;
    private final int number;
    private int day = -1;

    /** @param start midnight at which the first day begins */
    OfficeWorker(int number, long start, Dice dice) {
        super(start, "w" + number, dice);
        this.number = number;
        int office = number / COLLEAGUES;
        this.persona = Clients.browser(dice)
                .account("acc-w" + number)
                .organization("org-" + office)
                .device("dev-w" + number)
                .from(Places.office(office));
    }

    @Override
    void plan() {
        do {
            day++;
        } while (!Rhythm.isWorkday(day) || dice.chance(10));
        sleepUntil(day, 7 * Rhythm.HOUR + 45 * Rhythm.MINUTE + (dice.below(1_800) + dice.below(1_800)) * 1_000L);
        Persona today = persona.session("s-w" + number + "-" + day);
        logIn(today, dice.chance(9) ? dice.between(1, 2) : 0);
        int tasks = dice.between(1, 3);
        for (int i = 0; i < tasks; i++) {
            browse(today, dice.between(1, 4));
            rest(dice.pause(90 * Rhythm.MINUTE));
        }
    }
}
