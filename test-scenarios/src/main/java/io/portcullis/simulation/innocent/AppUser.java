package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Places.Place;
import io.portcullis.simulation.stage.Rhythm;

/**
 * Somebody who knows the shop as an app: short visits all day, with hundreds of others behind the carrier's address; one
 * in a hundred and fifty has rooted the phone.
 */
public final class AppUser extends Visitor {

    private final Persona phone;
    private final Place carrier;
    private final Place home;
    private boolean begun;

    public AppUser(int number, long start, Dice dice) {
        super(start, dice);
        this.phone =
                Clients.phone(dice, number % 150 == 17).account(dice.id("acc")).device(dice.id("dev"));
        this.carrier = Places.carrier(number);
        this.home = Places.newHome((1 << 20) + number);
    }

    @Override
    protected void plan() {
        if (begun) {
            rest(dice.pause(11 * Rhythm.HOUR));
        }
        begun = true;
        wake();
        Persona persona = phone.from(dice.chance(70) ? carrier : home)
                .token(dice.id("tok"))
                .session(dice.id("s"));
        if (dice.chance(6)) {
            logIn(persona, dice.chance(15) ? dice.between(1, 2) : 0);
        } else {
            then(dice.pause(800), persona.loggedIn("token-refresh"));
        }
        browse(persona, dice.between(1, 5));
        if (dice.chance(14)) {
            buy(persona);
        }
    }
}
