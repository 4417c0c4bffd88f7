package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;

/**
 * Works with the API on working days, with sixty colleagues behind one address who all log in of a morning. One in each
 * office is the accountant, who fetches the books when a month has ended; another invites those who are new.
 */
public final class OfficeWorker extends Visitor {

    private static final int COLLEAGUES = 60;

    private final Persona persona;
    private final boolean accountant;
    private final boolean inviting;
    private final boolean singleSignOn;
    private int day = -1;

    /** @param start midnight at which the first day begins */
    public OfficeWorker(int number, long start, Dice dice) {
        super(start, dice);
        int office = number / COLLEAGUES;
        this.accountant = number % COLLEAGUES == 0;
        this.inviting = number % COLLEAGUES == 1;
        this.singleSignOn = office % 3 == 1;
        this.persona = Clients.browser(dice)
                .account(dice.id("acc"))
                .organization("org-" + office)
                .device(dice.id("dev"))
                .referrer("https://work.example/")
                .from(Places.office(office));
    }

    @Override
    protected void plan() {
        do {
            day++;
        } while (!Rhythm.isWorkday(day) || dice.chance(10));
        sleepUntil(day, 7 * Rhythm.HOUR + 45 * Rhythm.MINUTE + (dice.below(1_800) + dice.below(1_800)) * 1_000L);
        Persona today = persona.session(dice.id("s"));
        if (singleSignOn) {
            then(dice.pause(3_000), today.loggedIn("sso"));
        } else {
            logIn(today, dice.chance(9) ? dice.between(1, 2) : 0);
        }
        if (accountant && day % 28 < 2) {
            fetchTheBooks(today);
        } else if (inviting && day % 7 == 0) {
            welcomeColleagues(today);
        }
        int tasks = dice.between(1, 3);
        for (int i = 0; i < tasks; i++) {
            browse(today, dice.between(1, 4));
            rest(dice.pause(90 * Rhythm.MINUTE));
        }
    }

    private void fetchTheBooks(Persona today) {
        int ledgers = dice.between(4, 9);
        for (int i = 0; i < ledgers; i++) {
            then(
                    dice.pause(50_000),
                    today.request(get("/v1/export")
                            .on("ledger-" + i)
                            .taking(dice.between(900, 4_000))
                            .answering(900_000)));
        }
    }

    private void welcomeColleagues(Persona today) {
        int colleagues = dice.between(3, 14);
        for (int i = 0; i < colleagues; i++) {
            then(dice.pause(25_000), today.request(post("/v1/invites", 201)));
        }
    }
}
