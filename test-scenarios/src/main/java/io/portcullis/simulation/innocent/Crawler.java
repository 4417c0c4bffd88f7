package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Scripted;
import io.portcullis.simulation.stage.Town;

/** A search engine's crawler, from many addresses of the range that its owner publishes. */
public final class Crawler extends Scripted {

    private final boolean google;
    private final Persona persona;
    private final long pause;

    /** @param pause from one request to the next, milliseconds */
    public Crawler(int number, long start, long pause, Dice dice) {
        super(start, dice);
        this.pause = pause;
        this.google = number % 2 == 0;
        this.persona = Clients.crawler(
                google
                        ? "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
                        : "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)");
    }

    @Override
    protected void plan() {
        Persona here = persona.from(google ? Places.googlebot(dice) : Places.bingbot(dice));
        if (dice.chance(2)) {
            then(dice.about(pause), here.request(get("/robots.txt")));
        } else {
            int status = dice.chance(3) ? 404 : 200;
            then(dice.about(pause), here.request(Town.product(dice.below(Town.PRODUCTS), status, dice)));
        }
    }
}
