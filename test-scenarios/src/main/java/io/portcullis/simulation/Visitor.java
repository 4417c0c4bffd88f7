package io.portcullis.simulation;

/** A person with an account: what people do in a visit, whoever they are. */
abstract class Visitor extends Scripted {

    private static final int PRODUCTS = 4_000;

    final Dice dice;
    private final String person;
    private boolean otherCard;

    /** @param person tells cards and orders from those of others */
    Visitor(long start, String person, Dice dice) {
        super(start);
        this.person = person;
        this.dice = dice;
    }

    /** Logs in by password, mistyped a few times perhaps; a browser's login is a call of the API as well. */
    final void logIn(Persona persona, int mistakes) {
        for (int i = 0; i < mistakes; i++) {
            then(dice.pause(9_000), (at, id) -> persona.login(at, id, false));
        }
        then(dice.pause(6_000), (at, id) -> persona.login(at, id, true));
        if (persona.app() == null) {
            call(persona, 300, "POST", "/v1/login", 200);
        }
    }

    /** Reads a page or a few, the one more often than the other. */
    final void browse(Persona persona, int pages) {
        for (int i = 0; i < pages; i++) {
            int kind = dice.below(20);
            if (kind < 12) {
                read(persona, 14_000, dice.below(PRODUCTS));
            } else if (kind < 16) {
                call(persona, 9_000, "GET", "/v1/search?q=" + dice.below(300), 200);
            } else if (kind < 18) {
                call(persona, 9_000, "GET", "/v1/account", dice.chance(1) ? 500 : 200);
            } else {
                call(persona, 9_000, "GET", "/v1/orders/" + person + "-" + dice.below(9), 200);
            }
        }
    }

    final void read(Persona persona, long usualPause, int product) {
        String path = "/v1/products/" + product;
        int status = dice.below(200) == 0 ? 404 : 200;
        then(
                dice.pause(usualPause),
                (at, id) -> persona.request(at, id, "GET", path, status, "product-" + product, dice));
    }

    final void call(Persona persona, long usualPause, String method, String path, int status) {
        then(dice.pause(usualPause), (at, id) -> persona.request(at, id, method, path, status, dice));
    }

    /** From the cart to the payment; a declined card is tried again, or another one is; some regret it. */
    final void buy(Persona persona) {
        call(persona, 15_000, "POST", "/v1/cart", 201);
        call(persona, 25_000, "POST", "/v1/checkout", 201);
        int cents = dice.between(500, 18_000);
        if (dice.chance(4)) {
            Persona declined = persona.card(card());
            then(dice.pause(8_000), (at, id) -> declined.payment(at, id, "charge", false, cents));
            otherCard |= dice.chance(50);
        }
        pay(persona, dice.pause(20_000), "charge", cents);
        if (dice.chance(4)) {
            pay(persona, dice.pause(40 * Rhythm.MINUTE), "refund", cents);
        }
    }

    /** Pays or is paid back, and nothing goes wrong. */
    final void pay(Persona persona, long pause, String kind, int cents) {
        Persona paying = persona.card(card());
        then(pause, (at, id) -> paying.payment(at, id, kind, true, cents));
    }

    private String card() {
        return "card-" + person + (otherCard ? "b" : "");
    }
}
