package io.portcullis.simulation;

import io.portcullis.domain.activity.Activity;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Simulated traffic of some days from {@link #START} on, in the order of time. The population grows with the number of
 * activities, so that each person does as much as people do.
 *
 * @param activities how many, 0 or more
 * @param seed the same seed gives the same activities
 * @param attacks which attacks there are; none is a world of innocents
 * @param attackShare how many activities in a hundred belong to attacks, 1 to {@value #MOST_ATTACKS}. Every attack has
 *     an episode at least, so that a world of fewer than some hundred thousand activities has more of them
 * @param days how many days the activities take, about, 1 to {@value #MOST_DAYS}
 */
public record Simulation(long activities, long seed, Set<Attack> attacks, int attackShare, int days) {

    /** When every simulation begins: a Monday, at midnight. */
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    public static final int USUAL_ATTACKS = 5;
    public static final int USUAL_DAYS = 7;
    static final int MOST_ATTACKS = 50;
    static final int MOST_DAYS = 60;

    /** @throws IllegalArgumentException when a number is out of its range */
    public Simulation {
        require(activities >= 0, "activities must be 0 or more, not " + activities);
        require(
                attackShare >= 1 && attackShare <= MOST_ATTACKS,
                "the share of attacks must be 1 to " + MOST_ATTACKS + " percent, not " + attackShare);
        require(days >= 1 && days <= MOST_DAYS, "days must be 1 to " + MOST_DAYS + ", not " + days);
        attacks = attacks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(attacks));
    }

    /** A week of which one activity in twenty belongs to an attack. */
    public Simulation(long activities, long seed, Set<Attack> attacks) {
        this(activities, seed, attacks, USUAL_ATTACKS, USUAL_DAYS);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Hears of every activity. */
    @FunctionalInterface
    public interface Listener {

        /** @param label the episode of an attack that it belongs to; null for an innocent one */
        void activity(Activity activity, @Nullable Label label);
    }

    private record Turn(long time, Role role) {}

    /** Plays the traffic. It takes memory for the population, not for the activities. */
    public void play(Listener listener) {
        PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparingLong(Turn::time)
                .thenComparingInt(turn -> turn.role().number()));
        for (Role role : Population.of(this)) {
            takeTurn(turns, role);
        }
        for (long i = 1; i <= activities; i++) {
            Role role = turns.remove().role();
            listener.activity(role.actor().act("sim-" + i), role.label());
            takeTurn(turns, role);
        }
    }

    private static void takeTurn(PriorityQueue<Turn> turns, Role role) {
        long next = role.actor().next();
        if (next < Long.MAX_VALUE) {
            turns.add(new Turn(next, role));
        }
    }
}
