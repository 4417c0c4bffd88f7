package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/**
 * One of twenty colleagues who sign up together on the first morning of a training, all behind their company's address
 * and with their company's mail names.
 */
public final class Trainee extends Visitor {

    private static final int TRAINING = 20;

    private final Persona persona;
    private final int number;
    private boolean begun;

    /** @param start midnight at which the first day begins */
    public Trainee(int number, long start, int days, Dice dice) {
        super(start, dice);
        this.number = number;
        int training = number / TRAINING;
        sleepUntil(training % days, (8 + training % 7) * Rhythm.HOUR + dice.below(1_500) * 1_000L);
        this.persona = Clients.browser(dice)
                .account(dice.id("acc"))
                .device(dice.id("dev"))
                .session(dice.id("s"))
                .referrer("https://work.example/")
                .from(Places.office(1_500 + training));
    }

    @Override
    protected void plan() {
        if (!begun) {
            begun = true;
            String email = "trainee" + number % TRAINING + "@company" + number / TRAINING + ".example";
            then(dice.pause(30_000), persona.signup(email));
            browse(persona, dice.between(4, 10));
        }
    }
}
