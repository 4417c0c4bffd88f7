package io.portcullis.simulation;

import io.portcullis.simulation.Places.Place;

/**
 * Somebody who has had an account for long: visits every day or so, looks around, sometimes buys. Some share a laptop
 * with the family, some travel, some wait for the sale, and some have a program that does not know the new password.
 */
final class Customer extends Visitor {

    private final int number;
    private final Persona laptop;
    private final Persona phone;
    private final Place home;
    private final Place carrier;
    private final long sale;
    private final long abroadFrom;
    private final long abroadTo;
    private int visits;

    /**
     * @param start when the customer comes first
     * @param sale when the sale begins that a quarter of the customers come for
     */
    Customer(int number, long start, long sale, Dice dice) {
        super(start, Integer.toString(number), dice);
        this.number = number;
        String account = "acc-" + number;
        int family = number % 10 < 2 ? number - number % 2 : number;
        this.laptop = Clients.browser(dice).account(account).device("dev-l" + family);
        this.phone =
                Clients.phone(dice).account(account).device("dev-p" + number).token("tok-" + number);
        this.home = Places.home(family);
        this.carrier = Places.carrier(number);
        this.sale = dice.chance(25) ? sale : Long.MIN_VALUE;
        this.abroadFrom = number % 50 == 7 ? start + dice.between(1, 4) * Rhythm.DAY : Long.MAX_VALUE;
        this.abroadTo = abroadFrom == Long.MAX_VALUE ? Long.MAX_VALUE : abroadFrom + 2 * Rhythm.DAY;
    }

    @Override
    void plan() {
        long last = now();
        if (visits > 0) {
            rest(dice.pause(30 * Rhythm.HOUR));
        }
        rest(Rhythm.awake(now(), dice) - now());
        visits++;
        if (last < sale && now() > sale) {
            rest(sale + dice.below(40) * Rhythm.MINUTE - now());
            visitTheSale(session(home()));
        } else {
            visit(session(whereNow()));
        }
    }

    private Persona session(Persona persona) {
        return persona.session("s-" + number + "-" + visits);
    }

    private Persona whereNow() {
        if (now() > abroadFrom && now() < abroadTo) {
            return laptop.from(Places.abroad(new Dice(number)));
        }
        return dice.chance(45) ? phone.from(carrier) : home();
    }

    private Persona home() {
        return laptop.from(home);
    }

    private void visit(Persona persona) {
        if (number % 300 == 11 && dice.chance(30)) {
            letStaleProgramTry(persona);
        }
        if (persona.app() != null && dice.chance(60)) {
            then(dice.pause(800), (at, id) -> persona.loggedIn(at, id, "token-refresh"));
        } else if (dice.chance(85)) {
            logIn(persona, dice.chance(8) ? dice.between(1, 3) : 0);
        }
        browse(persona, dice.between(1, 8));
        if (dice.chance(55)) {
            buy(persona);
        }
        rarely(persona);
    }

    private void rarely(Persona persona) {
        int what = dice.below(100);
        if (what < 2) {
            call(persona, 40_000, "POST", "/v1/password-reset", 202);
            then(dice.pause(90_000), (at, id) -> persona.loggedIn(at, id, "password-reset"));
        } else if (what == 2) {
            call(persona, 40_000, "GET", "/v1/export", 200);
        } else if (what == 3 && number % 10 == 4) {
            call(persona, 40_000, "POST", "/v1/api-keys", 201);
        }
    }

    /** Everybody reads the same few offers, and fast. */
    private void visitTheSale(Persona persona) {
        logIn(persona, dice.chance(8) ? 1 : 0);
        int offers = dice.between(3, 9);
        for (int i = 0; i < offers; i++) {
            read(persona, 4_000, dice.below(40));
        }
        if (dice.chance(60)) {
            buy(persona);
        }
    }

    /** A mail program or a password manager, in the background, for an hour or so. */
    private void letStaleProgramTry(Persona persona) {
        int tries = dice.between(5, 12);
        for (int i = 0; i < tries; i++) {
            then(dice.between(240, 600) * 1_000L, (at, id) -> persona.login(at, id, false));
        }
        rest(dice.pause(5 * Rhythm.MINUTE));
    }
}
