package io.portcullis.simulation;

/**
 * Logs in at the beginning of a lesson, with the whole class, on one of thirty tablets that go from class to class, all
 * behind the school's address; one in six mistypes the password.
 */
final class Pupil extends Visitor {

    private static final int SCHOOL = 120;
    private static final int CLASS = 30;

    private final Persona persona;
    private final int number;
    private int day = -1;

    /** @param start midnight at which the first day begins */
    Pupil(int number, long start, Dice dice) {
        super(start, "u" + number, dice);
        this.number = number;
        int school = number / SCHOOL;
        this.persona = Clients.browser(new Dice(school))
                .account("acc-u" + number)
                .organization("school-" + school)
                .device("dev-t" + school + "-" + number % CLASS)
                .from(Places.school(school));
    }

    @Override
    void plan() {
        do {
            day++;
        } while (!Rhythm.isWorkday(day) || dice.chance(8));
        int lesson = number % SCHOOL / CLASS;
        sleepUntil(day, (8 + lesson) * Rhythm.HOUR + dice.below(240) * 1_000L);
        Persona today = persona.session("s-u" + number + "-" + day);
        logIn(today, dice.chance(16) ? dice.between(1, 2) : 0);
        browse(today, dice.between(3, 7));
    }
}
