package io.portcullis.simulation.mobile;

import io.portcullis.domain.activity.App;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Dozens of phones that are one server: each account signs in on an emulator and does what earns a reward. */
public final class EmulatorFarm extends Campaign {

    private final Persona server;
    private final boolean fewImages;
    private final String[] images;
    private final long pause;

    public EmulatorFarm(Opening opening) {
        super(opening, 15, 50);
        String version = "5." + dice.between(1, 9) + ".0";
        App app = new App("android", version, true, dice.chance(50), false, dice.chance(60));
        this.server = Clients.app(dice, false, version, app).from(Places.lair(dice));
        this.fewImages = dice.chance(50);
        this.images = new String[dice.between(1, 4)];
        for (int i = 0; i < images.length; i++) {
            images[i] = dice.id("dev");
        }
        this.pause = dice.between(15_000, 180_000);
    }

    @Override
    protected void round() {
        Persona phone = server.account(dice.id("acc"))
                .device(fewImages ? dice.pick(images) : dice.id("dev"))
                .token(dice.id("tok"))
                .session(dice.id("s"));
        then(dice.pause(pause), phone.loggedIn());
        int tasks = dice.between(2, 6);
        for (int i = 0; i < tasks; i++) {
            then(dice.pause(4_000), phone.request(post("/v1/rewards/daily", dice.chance(90) ? 200 : 409)));
        }
    }
}
