package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Act;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/** Asks for name after name whether there is such an account, where the answers differ: login, reset, profile, sign-up. */
public final class UserEnumeration extends Campaign {

    private final Persona source;
    private final int where;
    private final int pause;
    private final int hits;

    public UserEnumeration(Opening opening) {
        super(opening, 150, 280);
        this.source = Clients.tool(dice).from(Places.lair(dice));
        this.where = dice.below(4);
        this.pause = dice.between(300, 2_500);
        this.hits = dice.between(3, 30);
    }

    @Override
    protected void round() {
        then(dice.about(pause), ask(dice.chance(hits)));
    }

    private Act ask(boolean exists) {
        String name = exists ? victim() : dice.id("acc");
        Persona asking = source.account(name);
        return switch (where) {
            case 0 -> exists ? asking.mistyped() : asking.refused("unknown-user");
            case 1 -> asking.request(post("/v1/password-reset", exists ? 202 : 404));
            case 2 ->
                source.request(get("/v1/users/" + name, exists ? 200 : 404).on(name));
            default ->
                exists
                        ? source.signupRejected(name + "@mail.example")
                        : source.request(
                                get("/v1/signup/availability?name=" + name, 200).on(name));
        };
    }
}
