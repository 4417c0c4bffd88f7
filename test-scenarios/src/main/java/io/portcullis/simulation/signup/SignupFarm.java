package io.portcullis.simulation.signup;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Places.Place;

/**
 * A room full of phones, or one program that plays one, behind an address or a small network: each device makes a few
 * accounts, and all have names after one pattern.
 */
public final class SignupFarm extends Campaign {

    private static final String[] FIRST = {"anna", "mark", "lena", "igor", "sofia", "max", "nina", "oleg", "vera", "tom"
    };

    private final Place[] places;
    private final String name;
    private final String domain;
    private final boolean phones;
    private final long pause;
    private final int ofADevice;
    private Persona device;
    private int made;

    public SignupFarm(Opening opening) {
        super(opening, 40, 160);
        this.places = switch (dice.below(3)) {
            case 0 -> new Place[] {Places.lair(dice)};
            case 1 -> Places.neighbourhood(dice, dice.between(20, 200));
            default -> Places.neighbourhood(dice, dice.between(3, 12));
        };
        this.name = dice.pick(FIRST) + "." + (char) ('a' + dice.below(26));
        this.domain = dice.pick(new String[] {"@mail.example", "@post.example", "@web.example.net", "@inbox.test"});
        this.phones = dice.chance(50);
        this.pause = dice.between(15_000, 150_000);
        this.ofADevice = dice.between(1, 3);
        this.device = another();
    }

    private Persona another() {
        return (phones ? Clients.phone(dice) : Clients.browser(dice)).device(dice.id("dev"));
    }

    @Override
    protected void round() {
        if (made++ % ofADevice == 0) {
            device = another();
        }
        String number = Integer.toString(1_000 + made).substring(1);
        then(
                dice.pause(pause),
                device.account(dice.id("acc")).from(dice.pick(places)).signup(name + number + domain));
    }
}
