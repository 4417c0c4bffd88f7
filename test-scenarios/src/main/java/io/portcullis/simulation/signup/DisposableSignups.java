package io.portcullis.simulation.signup;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Signs up with mail addresses that live for ten minutes, from ever other addresses and devices. */
public final class DisposableSignups extends Campaign {

    private static final String[] KNOWN = {
        "mailinator.com", "guerrillamail.com", "10minutemail.com", "yopmail.com", "temp-mail.org", "trashmail.com"
    };

    private final String[] domains;
    private final long pause;
    private final Persona script;

    public DisposableSignups(Opening opening) {
        super(opening, 90, 120);
        String own = Long.toString(dice.nextLong() >>> 40, 36);
        this.domains = new String[] {dice.pick(KNOWN), dice.pick(KNOWN), "inbox-" + own + ".example"};
        this.pause = dice.between(20_000, 240_000);
        this.script = Clients.tool(dice);
    }

    @Override
    protected void round() {
        Persona fake = script.account(dice.id("acc"))
                .device(dice.chance(70) ? dice.id("dev") : null)
                .from(Places.residentialProxy(dice));
        then(dice.pause(pause), fake.signup(Long.toString(dice.nextLong() >>> 20, 36) + "@" + dice.pick(domains)));
    }
}
