package io.portcullis.simulation.stage;

import io.portcullis.simulation.stage.Places.Place;
import java.util.List;
import java.util.function.Function;

/** What one attacker does, round by round; an episode. */
public abstract class Campaign extends Scripted {

    protected final Town town;
    private int rounds;

    /**
     * @param least the fewest rounds
     * @param most the most rounds
     */
    protected Campaign(Opening opening, int least, int most) {
        super(opening.start(), opening.dice());
        this.town = opening.town();
        this.rounds = opening.rounds(least, most);
    }

    @Override
    protected final void plan() {
        if (rounds > 0) {
            rounds--;
            round();
        }
    }

    /** Plans one step or a few. */
    protected abstract void round();

    /** How many rounds are still to come. */
    protected final int left() {
        return rounds;
    }

    /** Innocents whom the scene needs, such as the owner of what was stolen. */
    public List<Actor> bystanders() {
        return List.of();
    }

    /** The account of somebody who lives here. */
    protected final String victim() {
        return town.anybody(dice);
    }

    /** The client in as many places. */
    protected final Persona[] spread(Persona client, int places, Function<Dice, Place> place) {
        Persona[] all = new Persona[places];
        for (int i = 0; i < places; i++) {
            all[i] = client.from(place.apply(dice));
        }
        return all;
    }
}
