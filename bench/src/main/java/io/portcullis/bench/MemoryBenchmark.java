package io.portcullis.bench;

import io.portcullis.rules.Engine;
import io.portcullis.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/** What an entity costs in heap, at a hundred thousand and at a million of them, folded from simulated traffic. */
final class MemoryBenchmark implements Benchmark {

    private static final long[] ENTITIES = {100_000, 1_000_000};
    private static final int LONGEST = 8_000_000;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        List<Measure> measures = new ArrayList<>();
        try (RuleSet rules = RuleSet.shipped();
                Engine engine = new Engine(rules)) {
            long before = used();
            long[] position = {0};
            int[] reached = {0};
            // The population grows with the traffic; once the entities are there, the rest of it is passed over.
            Traffic.simulation(LONGEST).play((activity, attack) -> {
                if (reached[0] == ENTITIES.length) {
                    throw new Enough();
                }
                engine.decide(activity, ++position[0]);
                if (engine.entities() >= ENTITIES[reached[0]]) {
                    measures.addAll(measures(ENTITIES[reached[0]++], engine.entities(), used() - before));
                }
            });
        } catch (Enough e) {
            return measures;
        }
        return measures;
    }

    private static List<Measure> measures(long asked, long entities, long bytes) {
        String at = " at " + asked + " entities";
        Measure each = Measure.told("bytes per tracked entity" + at, (double) bytes / entities, "B");
        return asked < 1_000_000
                ? List.of(each)
                : List.of(each, Measure.atMost("heap of a million tracked entities", bytes / 1048576.0, "MiB", 1024));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Ends the traffic. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
