package io.portcullis.simulation.innocent;

import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Dice;
import io.portcullis.simulation.stage.Money;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Places.Place;
import io.portcullis.simulation.stage.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs up in the simulated time. Most look around first; some pay in the same visit, within minutes when
 * they knew what they wanted, some come back days later, and many never pay. Friends bring friends, a newsletter's code
 * brings hundreds, some try what is free, and one in a hundred gives a mail address to throw away.
 */
public final class Newcomer extends Visitor {

    private static final String[] NAMES = {
        "anna", "ben", "carla", "david", "eva", "finn", "greta", "henri", "ida", "jan", "klara", "leo", "mia", "noah",
        "olga", "paul", "rosa", "sven", "tara", "wim", "yara", "zoe"
    };

    private static final String[] SURNAMES = {
        "adler",
        "bakker",
        "costa",
        "dubois",
        "ek",
        "ferrari",
        "garcia",
        "huber",
        "ivanova",
        "jansen",
        "kowalski",
        "lind",
        "moreau",
        "novak",
        "olsson",
        "peeters",
        "rossi",
        "schmidt",
        "torres",
        "vogel"
    };

    private static final String[] MAIL = {"mail.example", "post.example", "web.example.net", "example.org", "inbox.test"
    };

    private final int number;
    private int visits;
    private Persona persona = Clients.named("");

    /** @param start when the newcomer would come first, if awake */
    public Newcomer(int number, long start, Dice dice) {
        super(start, dice);
        this.number = number;
    }

    @Override
    protected void plan() {
        if (visits == 0) {
            wake();
            persona = arrive().session(dice.id("s"));
            signUp();
        } else if (visits == 1 && dice.chance(40)) {
            rest(dice.pause(30 * Rhythm.HOUR));
            wake();
            persona = persona.session(dice.id("s")).referrer(null);
            comeBack();
        }
        visits++;
    }

    private Persona arrive() {
        boolean mobile = dice.chance(50);
        // Some are the second of a household to sign up on the same laptop.
        int family = number % 8 == 1 ? number - 1 : number;
        Dice shared = new Dice(~(long) family);
        Place place = mobile ? Places.carrier(number) : Places.newHome(family);
        Persona client = mobile
                ? Clients.phone(dice).device(dice.id("dev")).token(dice.id("tok"))
                : Clients.browser(shared).device(shared.id("dev")).referrer("https://search.example/");
        return client.from(place).account(dice.id("acc"));
    }

    private void signUp() {
        browse(persona.account(null), dice.between(1, 5));
        String phone = dice.chance(30) ? "+49155" + dice.between(1_000_000, 9_999_999) : null;
        int brought = dice.below(100);
        Persona signingUp = brought < 8
                ? persona.referrer("https://shop.example/r/" + Integer.toString(10_000 + number / 3, 36))
                : persona;
        String promo =
                brought < 8 ? "FRIEND-" + Integer.toString(10_000 + number / 3, 36) : brought < 25 ? "WELCOME10" : null;
        then(dice.pause(25_000), signingUp.signup(mail(), phone, promo));
        whatFor(promo);
    }

    private void whatFor(@Nullable String promo) {
        int what = dice.below(100);
        if (what < 15) {
            payAtOnce(promo);
        } else if (what < 40) {
            browse(persona, dice.between(3, 9));
            buy(persona);
        } else if (what < 46) {
            tryForFree();
        } else {
            browse(persona, dice.between(1, 8));
        }
    }

    private String mail() {
        String name = dice.pick(NAMES);
        if (dice.chance(1)) {
            return name + dice.below(1_000) + "@" + dice.pick(new String[] {"mailinator.com", "yopmail.com"});
        }
        String surname = dice.pick(SURNAMES);
        String domain = dice.pick(MAIL);
        return switch (dice.below(6)) {
            case 0 -> name + "." + surname + "@" + domain;
            case 1 -> name + dice.between(1950, 2008) + "@" + domain;
            case 2 -> name.charAt(0) + "." + surname + dice.below(100) + "@" + domain;
            case 3 -> surname + name.charAt(0) + "@" + domain;
            case 4 -> name + "+shop@" + surname + ".example";
            default -> name + "@" + surname + dice.below(400) + ".example";
        };
    }

    /** One in a hundred of the hasty fills in everything within the minute. */
    private void payAtOnce(@Nullable String promo) {
        then(dice.pause(8_000), persona.request(post("/v1/cart", 201)));
        then(dice.pause(15_000), persona.request(post("/v1/checkout", 201)));
        long pause = dice.chance(1) ? 30_000 : dice.between(60, 300) * 1_000L;
        pay(persona, pause, Money.charge(usualAmount()).promo(promo));
    }

    private void tryForFree() {
        then(dice.pause(30_000), persona.request(post("/v1/trials", 201)));
        pay(persona, dice.pause(2_000), Money.credit(1_000).promo("TRIAL"));
        int questions = dice.between(2, 9);
        for (int i = 0; i < questions; i++) {
            then(
                    dice.pause(40_000),
                    persona.request(post("/v1/chat/completions", 200).taking(400 + dice.pause(2_500))));
        }
    }

    private void comeBack() {
        logIn(persona, dice.chance(12) ? 1 : 0);
        browse(persona, dice.between(2, 8));
        if (dice.chance(40)) {
            buy(persona);
        }
    }
}
