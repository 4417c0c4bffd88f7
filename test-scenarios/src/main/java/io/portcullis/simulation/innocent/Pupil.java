package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/**
 * Logs in at the beginning of a lesson, with the whole class, on one of thirty tablets that go from class to class, all
 * behind the school's address; one in six mistypes the password.
 */
public final class Pupil extends Visitor {

    private static final int SCHOOL = 120;
    private static final int CLASS = 30;

    private final Persona persona;
    private final int number;
    private int day = -1;

    /** @param start midnight at which the first day begins */
    public Pupil(int number, long start, Dice dice) {
        super(start, dice);
        this.number = number;
        int school = number / SCHOOL;
        Dice tablet = new Dice(school * 1_000L + number % CLASS);
        this.persona = Clients.browser(new Dice(school))
                .account(dice.id("acc"))
                .organization("school-" + school)
                .device(tablet.id("dev"))
                .referrer("https://school.example/")
                .from(Places.school(school));
    }

    @Override
    protected void plan() {
        do {
            day++;
        } while (!Rhythm.isWorkday(day) || dice.chance(8));
        int lesson = number % SCHOOL / CLASS;
        sleepUntil(day, (8 + lesson) * Rhythm.HOUR + dice.below(240) * 1_000L);
        Persona today = persona.session(dice.id("s"));
        logIn(today, dice.chance(16) ? dice.between(1, 2) : 0);
        browse(today, dice.between(3, 7));
    }
}
