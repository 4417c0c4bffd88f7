package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Scripted;
import io.portcullis.simulation.stage.Town;

/** A person with an account: what people do in a visit, whoever they are. */
abstract class Visitor extends Scripted {

    private static final String[] DECLINES = {"do-not-honor", "insufficient-funds", "incorrect-cvc", "expired-card"};

    /** A session that has ended, a page that is not theirs, a hurry, a fault. */
    private static final Integer[] ERRORS = {401, 403, 429, 500};

    private final String orders;
    private String card;
    private int ordered;

    Visitor(long start, Dice dice) {
        super(start, dice);
        this.orders = dice.id("ord");
        this.card = dice.id("card");
    }

    /** Pays with the family's. */
    final void useCard(String shared) {
        card = shared;
    }

    /** Logs in by password, which or whose name is mistyped a few times perhaps; a browser's login is a call of the API as well. */
    final void logIn(Persona persona, int mistakes) {
        for (int i = 0; i < mistakes; i++) {
            then(
                    dice.pause(9_000),
                    dice.chance(12) ? persona.account(dice.id("acc")).refused("unknown-user") : persona.mistyped());
        }
        then(dice.pause(6_000), persona.loggedIn());
        if (!persona.isApp()) {
            then(dice.pause(300), persona.request(post("/v1/login", 200)));
        }
    }

    /** Reads a page or a few, the one more often than the other. */
    final void browse(Persona persona, int pages) {
        for (int i = 0; i < pages; i++) {
            int kind = dice.below(40);
            if (kind < 22) {
                read(persona, 14_000, dice.below(Town.PRODUCTS));
            } else if (kind < 29) {
                then(dice.pause(9_000), persona.request(get("/v1/search?q=" + dice.below(300))));
            } else if (kind < 32) {
                then(dice.pause(9_000), persona.request(get("/v1/categories/" + dice.below(60) + "?page=1")));
            } else if (kind < 36) {
                then(dice.pause(9_000), persona.request(get("/v1/account", dice.chance(2) ? dice.pick(ERRORS) : 200)));
            } else if (kind < 39) {
                lookAtAnOrder(persona);
            } else {
                slowReport(persona);
            }
        }
    }

    private void lookAtAnOrder(Persona persona) {
        String order = orders + "-" + dice.below(9);
        then(dice.pause(9_000), persona.request(get("/v1/orders/" + order).on(order)));
    }

    /** The statistics of the year take the server a while. */
    private void slowReport(Persona persona) {
        then(dice.pause(20_000), persona.request(get("/v1/reports/year").taking(900 + dice.pause(1_800))));
    }

    final void read(Persona persona, long usualPause, int product) {
        int status = dice.below(200) == 0 ? 404 : 200;
        then(dice.pause(usualPause), persona.request(Town.product(product, status, dice)));
    }

    /** From the cart to the payment; a declined card is tried again, or another one is; some regret it. */
    final void buy(Persona persona, int cents) {
        fillTheCart(persona);
        String order = orders + "-" + ++ordered;
        then(dice.pause(25_000), persona.request(post("/v1/checkout", 201).on(order)));
        if (dice.chance(4)) {
            String code = dice.pick(DECLINES);
            int tries = dice.between(1, 3);
            for (int i = 0; i < tries; i++) {
                then(
                        dice.pause(20_000),
                        persona.card(card).pay(Money.charge(cents).order(order).declined(code)));
            }
            if (dice.chance(50)) {
                card = dice.id("card");
            }
        }
        pay(persona, dice.pause(20_000), Money.charge(cents).order(order));
        then(dice.pause(2_000), persona.request(get("/v1/orders/" + order).on(order)));
        if (dice.chance(4)) {
            regret(persona, dice.pause(40 * Rhythm.MINUTE), cents, order);
        }
    }

    final void buy(Persona persona) {
        buy(persona, usualAmount());
    }

    final int usualAmount() {
        return 500 + (int) dice.pause(5_500);
    }

    private void fillTheCart(Persona persona) {
        int things = dice.chance(25) ? dice.between(2, 4) : 1;
        for (int i = 0; i < things; i++) {
            then(dice.pause(15_000), persona.request(post("/v1/cart", 201).on("product-" + dice.below(Town.PRODUCTS))));
        }
        if (dice.chance(9)) {
            tryCoupons(persona);
        }
    }

    /** Half of what people find on coupon pages has expired. */
    private void tryCoupons(Persona persona) {
        int tries = dice.between(1, 3);
        for (int i = 0; i < tries; i++) {
            then(
                    dice.pause(15_000),
                    persona.request(
                            post("/v1/coupons", dice.chance(50) ? 200 : 404).on("WINTER" + dice.below(25))));
        }
    }

    /** Wants the money back. */
    final void regret(Persona persona, long pause, int cents, String order) {
        then(pause, persona.request(post("/v1/refunds", 202).on(order)));
        pay(persona, dice.pause(20 * Rhythm.MINUTE), Money.refund(cents).order(order));
    }

    /** Pays or is paid back, and nothing goes wrong. */
    final void pay(Persona persona, long pause, Money money) {
        then(pause, persona.card(card).pay(money));
    }
}
