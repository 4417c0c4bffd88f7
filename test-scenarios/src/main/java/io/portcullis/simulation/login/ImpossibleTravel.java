package io.portcullis.simulation.login;

import io.portcullis.simulation.innocent.Owner;
import io.portcullis.simulation.stage.Actor;
import io.portcullis.simulation.stage.Campaign;
import io.portcullis.simulation.stage.Clients;
import io.portcullis.simulation.stage.Opening;
import io.portcullis.simulation.stage.Persona;
import io.portcullis.simulation.stage.Places;
import io.portcullis.simulation.stage.Rhythm;
import io.portcullis.simulation.stage.Town;
import java.util.List;

/**
 * Uses a stolen session or password from overseas while the owner goes on at home: one account, two places, minutes
 * apart.
 */
public final class ImpossibleTravel extends Campaign {

    private final Persona owner;
    private final Persona thief;
    private final boolean hasPassword;
    private boolean begun;

    public ImpossibleTravel(Opening opening) {
        super(opening.late().atHour(opening.dice().between(9, 19)), 15, 50);
        this.owner = Clients.browser(dice)
                .account(dice.id("acc"))
                .device(dice.id("dev"))
                .session(dice.id("s"))
                .from(Places.locatedHome(dice));
        this.hasPassword = dice.chance(50);
        Persona abroad = owner.from(Places.overseas(dice));
        this.thief = hasPassword
                ? abroad.through(Clients.browser(dice)).device(dice.id("dev")).session(dice.id("s"))
                : abroad.device(dice.chance(50) ? dice.id("dev") : null);
    }

    @Override
    public List<Actor> bystanders() {
        long before = dice.between(12, 30) * Rhythm.HOUR;
        return List.of(new Owner(Math.max(town.start(), now() - before), now() + 3 * Rhythm.HOUR, owner, dice.split()));
    }

    @Override
    protected void round() {
        if (!begun && hasPassword) {
            then(dice.pause(10_000), thief.loggedIn());
        }
        begun = true;
        int what = dice.below(10);
        then(
                dice.pause(90_000),
                thief.request(
                        what < 5
                                ? Town.product(dice.below(Town.PRODUCTS), 200, dice)
                                : what < 9
                                        ? get("/v1/account")
                                        : get("/v1/export").answering(200_000)));
    }
}
