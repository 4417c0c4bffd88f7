package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Places.Place;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;

/**
 * Somebody who has had an account for long: visits every day or so, looks around, sometimes buys. Some share laptop and
 * card with the family, some fly to a hotel and back, some hide their address, some wait for the sale, some buy a present
 * worth more than all they ever bought, and some have a program that does not know the new password.
 */
public final class Customer extends Visitor {

    private final int number;
    private final Persona laptop;
    private final Persona phone;
    private final Place home;
    private final Place carrier;
    private final long sale;
    private final long leaves;
    private final long returns;
    private boolean abroad;
    private int visits;

    /**
     * @param start when the customer comes first
     * @param sale when the sale begins that a quarter of the customers come for
     */
    public Customer(int number, long start, long sale, Dice dice) {
        super(start, dice);
        this.number = number;
        String account = Town.account(number);
        int family = number % 10 < 2 ? number - number % 2 : number;
        Dice shared = new Dice(family);
        this.home = Places.home(family);
        this.carrier = Places.carrier(number);
        this.laptop = Clients.browser(shared)
                .account(account)
                .device(shared.id("dev"))
                .referrer("https://shop.example/")
                .from(home);
        this.phone = Clients.phone(dice, number % 150 == 31)
                .account(account)
                .device(dice.id("dev"))
                .token(dice.id("tok"));
        if (number % 10 < 2) {
            useCard(shared.id("card"));
        }
        this.sale = dice.chance(25) ? sale : Long.MIN_VALUE;
        this.leaves = number % 40 == 6 || number % 40 == 7 ? start + dice.between(1, 4) * Rhythm.DAY : Long.MAX_VALUE;
        this.returns = leaves == Long.MAX_VALUE ? Long.MAX_VALUE : leaves + 2 * Rhythm.DAY;
    }

    @Override
    protected void plan() {
        long last = now();
        if (visits > 0) {
            rest(dice.pause(30 * Rhythm.HOUR));
        }
        fly();
        wake();
        visits++;
        if (last < sale && now() > sale && !abroad) {
            rest(sale + dice.below(40) * Rhythm.MINUTE - now());
            visitTheSale(session(laptop));
        } else {
            visit(session(whereNow()));
        }
    }

    /** A flight takes its time: nobody is seen at home and overseas within ten hours. */
    private void fly() {
        boolean away = now() > leaves && now() < returns;
        if (away != abroad) {
            abroad = away;
            rest(dice.between(10, 16) * Rhythm.HOUR);
        }
    }

    private Persona session(Persona persona) {
        return persona.session(dice.id("s"));
    }

    private Persona whereNow() {
        if (abroad) {
            return (dice.chance(50) ? laptop : phone).from(Places.hotel(number));
        }
        if (number % 45 == 12 && dice.chance(50)) {
            return laptop.from(Places.vpn(dice));
        }
        return dice.chance(35) ? phone.from(dice.chance(60) ? carrier : home) : laptop;
    }

    private void visit(Persona persona) {
        if (number % 200 == 11 && dice.chance(40)) {
            letStaleProgramTry(persona);
        }
        if (persona.isApp() && dice.chance(60)) {
            then(dice.pause(800), persona.loggedIn("token-refresh"));
        } else if (dice.chance(85)) {
            logIn(persona);
        }
        browse(persona, dice.between(1, 8));
        if (dice.chance(45)) {
            buy(persona, dice.chance(2) ? dice.between(40_000, 140_000) : usualAmount());
        }
        rarely(persona);
    }

    private void logIn(Persona persona) {
        logIn(persona, dice.chance(8) ? dice.between(1, 3) : 0);
        if (number % 4 == 2) {
            confirm(persona);
        }
    }

    /** With a second factor, which one in ten gets wrong at first. */
    private void confirm(Persona persona) {
        then(dice.pause(700), persona.challenged());
        if (dice.chance(10)) {
            then(dice.pause(20_000), persona.notConfirmed());
        }
        then(dice.pause(12_000), persona.loggedIn("mfa"));
    }

    private void rarely(Persona persona) {
        int what = dice.below(200);
        if (what < 4) {
            then(dice.pause(40_000), persona.request(post("/v1/password-reset", 202)));
            then(dice.pause(90_000), persona.loggedIn("password-reset"));
            then(dice.pause(40_000), persona.request(call("PUT", "/v1/account/password", 200)));
        } else if (what < 6) {
            then(dice.pause(40_000), persona.request(get("/v1/export").answering(400_000)));
        } else if (what == 6) {
            then(dice.pause(40_000), persona.request(call("PUT", "/v1/account/email", 200)));
        } else if (what < 9) {
            invite(persona);
        }
    }

    private void invite(Persona persona) {
        int friends = dice.between(1, 4);
        for (int i = 0; i < friends; i++) {
            then(dice.pause(30_000), persona.request(post("/v1/invites", 201)));
        }
    }

    /** Everybody reads the same few offers, and fast; one in eight sends it back. */
    private void visitTheSale(Persona persona) {
        logIn(persona, dice.chance(8) ? 1 : 0);
        int offers = dice.between(3, 9);
        for (int i = 0; i < offers; i++) {
            read(persona, 4_000, dice.below(40));
        }
        if (dice.chance(60)) {
            int cents = usualAmount();
            buy(persona, cents);
            if (dice.chance(12)) {
                regret(persona, dice.pause(20 * Rhythm.HOUR), cents, "return-" + number);
            }
        }
    }

    /** A mail program or a password manager, in the background, for an hour or so. */
    private void letStaleProgramTry(Persona persona) {
        int tries = dice.between(5, 12);
        for (int i = 0; i < tries; i++) {
            then(dice.between(240, 600) * 1_000L, persona.mistyped());
        }
        rest(dice.pause(5 * Rhythm.MINUTE));
    }
}
