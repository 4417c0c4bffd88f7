package io.portcullis.simulation.scraping;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Town;

/** A paying account's night: page after page at a steady pace no person keeps, never fast enough for a limit. */
public final class LoggedInScraping extends Campaign {

    private final Persona account;
    private final int pause;
    private boolean loggedIn;

    public LoggedInScraping(Opening opening) {
        super(opening.atHour(opening.dice().between(20, 23)), 420, 640);
        this.account = (dice.chance(70) ? Clients.browser(dice) : Clients.tool(dice))
                .account(dice.id("acc"))
                .device(dice.id("dev"))
                .session(dice.id("s"))
                .from(Places.lair(dice));
        this.pause = dice.between(18_000, 45_000);
    }

    @Override
    protected void round() {
        if (!loggedIn) {
            loggedIn = true;
            then(dice.pause(2_000), account.loggedIn());
        }
        then(dice.between(96, 104) * pause / 100, account.request(Town.product(dice.below(Town.PRODUCTS), 200, dice)));
    }
}
