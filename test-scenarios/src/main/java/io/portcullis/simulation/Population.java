package io.portcullis.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody on the stage. Each kind of actor has a share of the activities, and there are as many actors as it takes for
 * each to do as much as such people do in a week: a larger simulation has more people, not busier ones.
 */
final class Population {

    private static final long PERIOD = 7 * Rhythm.DAY;
    private static final int ATTACKS_PERCENT = 5;

    /** From here on every attack has several episodes; below, they would drown the innocents. */
    private static final long SEVERAL_EPISODES = 200_000;

    private static final long MACHINES = 400_000;

    private final long activities;
    private final long start;
    private final Dice dice;
    private final List<Role> roles = new ArrayList<>();

    private Population(long activities, long start, Dice dice) {
        this.activities = activities;
        this.start = start;
        this.dice = dice;
    }

    static List<Role> of(Simulation simulation) {
        Population population =
                new Population(simulation.activities(), Simulation.START.toEpochMilli(), new Dice(simulation.seed()));
        population.addPeople();
        population.addMachines();
        population.addEpisodes(simulation.attacks());
        return population.roles;
    }

    private void addPeople() {
        long sale = start + dice.between(2, 4) * Rhythm.DAY + dice.between(17, 19) * Rhythm.HOUR;
        for (int i = 0; i < actors(44, 49); i++) {
            add(new Customer(i, start + somewhen(Rhythm.DAY), sale, dice.split()));
        }
        for (int i = 0; i < actors(33, 12); i++) {
            add(new Newcomer(i, start + somewhen(PERIOD - Rhythm.HOUR), dice.split()));
        }
        for (int i = 0; i < actors(6, 37); i++) {
            add(new OfficeWorker(i, start, dice.split()));
        }
        for (int i = 0; i < actors(5, 36); i++) {
            add(new Pupil(i, start, dice.split()));
        }
    }

    private int actors(int percent, int activitiesOfEach) {
        return (int) Math.max(8, activities * percent / 100 / activitiesOfEach);
    }

    private long somewhen(long period) {
        return dice.below((int) (period / 1000)) * 1000L;
    }

    private void addMachines() {
        int ofEach = (int) (activities / MACHINES) + 1;
        long pause = PERIOD * ofEach / Math.max(1, activities / 50);
        int ordersADay = (int) (activities * 3 / 100 / 7 / ofEach);
        for (int i = 0; i < ofEach; i++) {
            add(Machine.monitor(i, start, pause, dice.split()));
            add(Machine.partner(i, start, pause, dice.split()));
            add(Machine.crawler(i, start, pause, dice.split()));
            add(new PartnerSync(i, start, ordersADay, dice.split()));
        }
    }

    private void addEpisodes(Set<Attack> attacks) {
        int number = 0;
        for (Attack attack : attacks.stream().sorted().toList()) {
            long share = activities * ATTACKS_PERCENT / 100 / attacks.size();
            long episodes = Math.max(
                    activities < SEVERAL_EPISODES ? 1 : 2,
                    (share + attack.activitiesOfAnEpisode() / 2) / attack.activitiesOfAnEpisode());
            for (int i = 0; i < episodes; i++) {
                long begins = start + Rhythm.HOUR + somewhen(PERIOD * 8 / 10);
                Actor actor = attack.episode(number, begins, dice.split());
                add(actor, new Label(attack, number++));
            }
        }
    }

    private void add(Actor innocent) {
        add(innocent, null);
    }

    private void add(Actor actor, @Nullable Label label) {
        roles.add(new Role(roles.size(), actor, label));
    }
}
