package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The traffic that benchmarks run on: the simulator's, always of the same seed. */
final class Traffic {

    /** Its time stands still. */
    static final Duration ANY_AGE = Duration.ofDays(36_500);

    private static final long SEED = 20_260_105;

    private Traffic() {}

    static Simulation simulation(int activities) {
        return new Simulation(activities, SEED, EnumSet.allOf(Attack.class));
    }

    static List<Activity> of(int activities) {
        List<Activity> all = new ArrayList<>(activities);
        simulation(activities).play((activity, attack) -> all.add(activity));
        return all;
    }
}
