package io.portcullis.simulation.login;

import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;

/**
 * One source, or a handful, tries leaked pairs of name and password: many accounts, hardly a success, and a look at what
 * was opened.
 */
public final class CredentialStuffing extends Campaign {

    private final Persona[] sources;
    private final int pause;
    private final int knownHere;

    public CredentialStuffing(Opening opening) {
        super(opening, 110, 330);
        Persona client = Clients.tool(dice).device(dice.chance(30) ? dice.id("dev") : null);
        this.sources = spread(client, dice.chance(60) ? 1 : dice.between(2, 4), Places::lair);
        this.pause = dice.between(600, 4_000);
        this.knownHere = dice.between(10, 50);
    }

    @Override
    protected void round() {
        Persona source = dice.pick(sources);
        if (!dice.chance(knownHere)) {
            then(dice.pause(pause), source.account(dice.id("acc")).refused("unknown-user"));
            return;
        }
        Persona tried = source.account(victim());
        if (dice.chance(4)) {
            then(dice.pause(pause), tried.loggedIn());
            then(dice.pause(1_500), tried.session(dice.id("s")).request(get("/v1/account")));
        } else {
            then(dice.pause(pause), tried.mistyped());
        }
    }
}
