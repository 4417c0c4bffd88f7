package io.portcullis.simulation;

import io.portcullis.simulation.Places.Place;

/**
 * Somebody who signs up in the simulated week. Most look around first; some pay in the same visit, within minutes when
 * they knew what they wanted, some come back days later, and many never pay.
 */
final class Newcomer extends Visitor {

    private final int number;
    private int visits;
    private Persona persona = Clients.named("");

    /** @param start when the newcomer would come first, if awake */
    Newcomer(int number, long start, Dice dice) {
        super(start, "n" + number, dice);
        this.number = number;
    }

    @Override
    void plan() {
        if (visits == 0) {
            rest(Rhythm.awake(now(), dice) - now());
            persona = arrive().session("s-n" + number);
            signUp();
        } else if (visits == 1 && dice.chance(40)) {
            rest(dice.pause(30 * Rhythm.HOUR));
            rest(Rhythm.awake(now(), dice) - now());
            persona = persona.session("s-n" + number + "-" + visits);
            comeBack();
        }
        visits++;
    }

    private Persona arrive() {
        boolean mobile = dice.chance(50);
        // Some are the second of a household to sign up on the same laptop.
        int family = number % 8 == 1 ? number - 1 : number;
        Place place = mobile ? Places.carrier(number) : Places.newHome(family);
        Persona client = mobile
                ? Clients.phone(dice).device("dev-np" + number).token("tok-n" + number)
                : Clients.browser(dice).device("dev-nl" + family);
        return client.from(place).account("acc-n" + number);
    }

    private void signUp() {
        browse(persona.account(null), dice.between(1, 5));
        String email = "newcomer" + number + "@example.org";
        Persona signingUp = persona;
        then(dice.pause(25_000), (at, id) -> signingUp.signup(at, id, email));
        int what = dice.below(100);
        if (what < 15) {
            payAtOnce();
        } else if (what < 40) {
            browse(persona, dice.between(3, 9));
            buy(persona);
        } else {
            browse(persona, dice.between(1, 8));
        }
    }

    /** One in a hundred of the hasty fills in everything within the minute. */
    private void payAtOnce() {
        call(persona, 15_000, "POST", "/v1/checkout", 201);
        long pause = dice.chance(1) ? 30_000 : dice.between(60, 300) * 1_000L;
        pay(persona, pause, "charge", dice.between(500, 18_000));
    }

    private void comeBack() {
        logIn(persona, dice.chance(12) ? 1 : 0);
        browse(persona, dice.between(2, 8));
        if (dice.chance(40)) {
            buy(persona);
        }
    }
}
