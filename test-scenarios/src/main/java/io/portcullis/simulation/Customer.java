package io.portcullis.simulation;

import io.portcullis.simulation.Places.Place;

/**
 * A person with an account: visits now and then, looks around, sometimes buys. Mistypes the password now and then;
 * some share a device with the family, some sit in an office behind one address, some travel, and some let a program
 * try a stale password.
 */
final class Customer extends Scripted {

    private final Dice dice;
    private final int number;
    private final String account;
    private final Persona laptop;
    private final Persona phone;
    private final Place home;
    private final Place carrier;
    private final Place work;
    private final boolean worksInOffice;
    private final boolean travels;
    private boolean signedUp;
    private long abroadFrom;
    private int visits;

    /**
     * @param start when the customer comes first
     * @param isNew whether the first visit is the sign-up
     */
    Customer(int number, long start, boolean isNew, Dice dice) {
        super(start);
        this.dice = dice;
        this.number = number;
        this.account = "acc-" + number;
        int family = dice.chance(20) ? number - number % 2 : number;
        this.laptop = Clients.browser(dice).account(account).device("dev-l" + family);
        this.phone = Clients.phone(dice).account(account).device("dev-p" + number);
        this.home = Places.home(family);
        this.carrier = Places.carrier(number);
        this.worksInOffice = number % 20 < 4;
        this.work = Places.office(number / 400);
        this.travels = number % 50 == 7;
        this.signedUp = !isNew;
        this.abroadFrom = travels ? start + dice.between(2, 5) * Rhythm.DAY : Long.MAX_VALUE;
    }

    @Override
    void plan() {
        if (visits > 0) {
            rest(dice.pause(30 * Rhythm.HOUR));
        }
        rest(Rhythm.awake(now(), dice) - now());
        visits++;
        Persona persona = whereNow().session("s-" + number + "-" + visits);
        if (!signedUp) {
            signUp(persona);
        } else if (dice.chance(70)) {
            logIn(persona);
        }
        lookAround(persona);
    }

    private Persona whereNow() {
        if (now() > abroadFrom) {
            Place hotel = Places.abroad(new Dice(number));
            return laptop.from(hotel.ip(), hotel.network());
        }
        int hour = (int) (now() % Rhythm.DAY / Rhythm.HOUR);
        if (worksInOffice && hour >= 7 && hour < 17) {
            return laptop.device("dev-w" + number)
                    .organization("org-" + number / 400)
                    .from(work.ip(), work.network());
        }
        return dice.chance(45) ? phone.from(carrier.ip(), carrier.network()) : laptop.from(home.ip(), home.network());
    }

    private void signUp(Persona persona) {
        browse(persona, dice.between(1, 4));
        then(dice.pause(25_000), (at, id) -> persona.signup(at, id, "person" + number + "@example.org"));
        signedUp = true;
    }

    private void logIn(Persona persona) {
        int mistakes = dice.chance(8) ? dice.between(1, 3) : 0;
        if (number % 300 == 11 && dice.chance(30)) {
            staleProgram(persona);
        }
        for (int i = 0; i < mistakes; i++) {
            then(dice.pause(9_000), (at, id) -> persona.login(at, id, false));
        }
        then(dice.pause(6_000), (at, id) -> persona.login(at, id, true));
    }

    /** A mail program or a password manager that does not know of the new password. */
    private void staleProgram(Persona persona) {
        int tries = dice.between(2, 4);
        for (int i = 0; i < tries; i++) {
            then(dice.between(60, 90) * 1_000L, (at, id) -> persona.login(at, id, false));
        }
        rest(dice.pause(5 * Rhythm.MINUTE));
    }

    private void lookAround(Persona persona) {
        browse(persona, dice.between(2, 18));
        if (dice.chance(14)) {
            buy(persona);
        }
        if (dice.chance(2)) {
            then(dice.pause(40_000), (at, id) -> persona.request(at, id, "POST", "/v1/password-reset", 202, dice));
        }
    }

    private void browse(Persona persona, int pages) {
        for (int i = 0; i < pages; i++) {
            int kind = dice.below(10);
            int product = dice.below(4_000);
            if (kind < 6) {
                then(
                        dice.pause(14_000),
                        (at, id) -> persona.request(
                                at, id, "GET", "/v1/products/" + product, 200, "product-" + product, dice));
            } else if (kind < 8) {
                then(
                        dice.pause(9_000),
                        (at, id) -> persona.request(at, id, "GET", "/v1/search?q=" + product % 300, 200, dice));
            } else {
                then(
                        dice.pause(9_000),
                        (at, id) -> persona.request(at, id, "GET", "/v1/account", dice.chance(1) ? 500 : 200, dice));
            }
        }
    }

    private void buy(Persona persona) {
        Persona paying = persona.card("card-" + number + (dice.chance(5) ? "b" : ""));
        then(dice.pause(20_000), (at, id) -> persona.request(at, id, "POST", "/v1/cart", 201, dice));
        then(dice.pause(30_000), (at, id) -> persona.request(at, id, "POST", "/v1/checkout", 201, dice));
        int cents = dice.between(500, 18_000);
        if (dice.chance(4)) {
            then(dice.pause(8_000), (at, id) -> paying.payment(at, id, "charge", false, cents));
        }
        then(dice.pause(25_000), (at, id) -> paying.payment(at, id, "charge", true, cents));
        if (dice.chance(4)) {
            then(dice.pause(40 * Rhythm.MINUTE), (at, id) -> paying.payment(at, id, "refund", true, cents));
        }
    }
}
