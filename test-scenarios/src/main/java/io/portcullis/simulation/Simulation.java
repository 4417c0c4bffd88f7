package io.portcullis.simulation;

import io.portcullis.domain.activity.Activity;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Simulated traffic of about a week from {@link #START} on, in the order of time. The population grows with the number
 * of activities, so that each person does as much as people do; about one activity in twenty belongs to an attack.
 *
 * @param activities how many, 0 or more
 * @param seed the same seed gives the same activities
 * @param attacks which attacks there are; none is a world of innocents
 */
public record Simulation(long activities, long seed, Set<Attack> attacks) {

    /** When every simulation begins: a Monday, at midnight. */
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** @throws IllegalArgumentException when activities is negative */
    public Simulation {
        if (activities < 0) {
            throw new IllegalArgumentException("activities must be 0 or more, not " + activities);
        }
        attacks = attacks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(attacks));
    }

    /** Hears of every activity. */
    @FunctionalInterface
    public interface Listener {

        /** @param label the attack that it belongs to; null for an innocent one */
        void activity(Activity activity, @Nullable Label label);
    }

    private record Turn(long time, Role role) {}

    /** Plays the traffic. It takes memory for the population, not for the activities. */
    public void play(Listener listener) {
        PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::time)
                .thenComparing(turn -> turn.role().number()));
        for (Role role : Population.of(this)) {
            turns.add(new Turn(role.actor().next(), role));
        }
        for (long i = 1; i <= activities; i++) {
            Role role = turns.remove().role();
            listener.activity(role.actor().act("sim-" + i), role.label());
            long next = role.actor().next();
            if (next < Long.MAX_VALUE) {
                turns.add(new Turn(next, role));
            }
        }
    }
}
