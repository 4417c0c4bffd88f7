package io.portcullis.simulation;

import io.portcullis.domain.activity.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Simulated traffic of about a week from {@link #START} on, in the order of time. The population grows with the number
 * of activities, so that each person does as much as people do; about one activity in twenty belongs to an attack.
 *
 * @param activities how many
 * @param seed the same seed gives the same activities
 * @param attacks which attacks there are; none is a world of innocents
 */
public record Simulation(long activities, long seed, Set<Attack> attacks) {

    /** When every simulation begins. */
    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Activities of one person in a week, and of one attack's episode, as they come out on average. */
    private static final int OF_A_CUSTOMER = 60;

    private static final int OF_AN_EPISODE = 350;
    private static final int OF_A_MACHINE_PERCENT = 3;
    private static final int ATTACKED_PERCENT = 5;
    private static final long PERIOD = 6 * Rhythm.DAY;

    public Simulation {
        attacks = attacks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(attacks));
    }

    /** Hears of every activity. */
    @FunctionalInterface
    public interface Listener {

        /** @param attack which attack it belongs to; null for an innocent one */
        void activity(Activity activity, @Nullable Attack attack);
    }

    private record Role(int number, Actor actor, @Nullable Attack attack) {}

    private record Turn(long time, Role role) {}

    /** Plays the traffic. It takes memory for the population, not for the activities. */
    public void play(Listener listener) {
        PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::time)
                .thenComparing(turn -> turn.role().number()));
        for (Role role : roles()) {
            turns.add(new Turn(role.actor().next(), role));
        }
        for (long i = 1; i <= activities; i++) {
            Turn turn = turns.remove();
            Role role = turn.role();
            listener.activity(role.actor().act("sim-" + i), role.attack());
            long next = role.actor().next();
            if (next < Long.MAX_VALUE) {
                turns.add(new Turn(next, role));
            }
        }
    }

    private List<Role> roles() {
        Dice dice = new Dice(seed);
        long start = START.toEpochMilli();
        List<Role> roles = new ArrayList<>();
        int customers = (int) Math.max(20, activities * 9 / 10 / OF_A_CUSTOMER);
        for (int i = 0; i < customers; i++) {
            Dice own = dice.split();
            boolean isNew = own.chance(20);
            long first = start + own.between(0, (int) (isNew ? PERIOD / 1000 : 86_400)) * 1000L;
            add(roles, new Customer(i, first, isNew, own), null);
        }
        long busiest = PERIOD / Math.max(1, activities * OF_A_MACHINE_PERCENT / 100);
        for (int i = 0; i <= activities / 400_000; i++) {
            add(roles, Machine.monitor(i, start, busiest, dice.split()), null);
            add(roles, Machine.partner(i, start, busiest, dice.split()), null);
            add(roles, Machine.crawler(i, start, busiest, dice.split()), null);
        }
        addEpisodes(roles, start, dice);
        return roles;
    }

    private void addEpisodes(List<Role> roles, long start, Dice dice) {
        List<Attack> inOrder = inOrder(attacks);
        if (inOrder.isEmpty()) {
            return;
        }
        int episodes = (int) Math.max(inOrder.size(), activities * ATTACKED_PERCENT / 100 / OF_AN_EPISODE);
        for (int i = 0; i < episodes; i++) {
            Attack attack = inOrder.get(i % inOrder.size());
            Dice own = dice.split();
            long begins = start + own.between(1, (int) (PERIOD / 1000)) * 1000L * 8 / 10;
            add(roles, attack.episode(i, begins, own), attack);
        }
    }

    private static List<Attack> inOrder(Collection<Attack> attacks) {
        return attacks.stream().sorted().toList();
    }

    private static void add(List<Role> roles, Actor actor, @Nullable Attack attack) {
        roles.add(new Role(roles.size(), actor, attack));
    }
}
