package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;

/** Buys something small every day or so, and has done so for as long as anybody remembers. */
public final class Saver extends Scripted {

    private final Persona persona;
    private final long until;

    public Saver(long start, long until, Persona persona, Dice dice) {
        super(start, dice);
        this.until = until;
        this.persona = persona;
    }

    @Override
    protected void plan() {
        rest(dice.pause(10 * Rhythm.HOUR));
        wake();
        if (now() < until) {
            Persona today = persona.session(dice.id("s"));
            then(dice.pause(5_000), today.loggedIn());
            then(dice.pause(60_000), today.request(post("/v1/cart", 201)));
            then(dice.pause(20_000), today.request(post("/v1/checkout", 201)));
            then(dice.pause(20_000), today.pay(Money.charge(dice.between(400, 2_500))));
        }
    }
}
