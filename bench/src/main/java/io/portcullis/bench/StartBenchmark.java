package io.portcullis.bench;

import java.util.ArrayList;
import java.util.List;

/** How long a person waits for the first answer: whole processes, the launcher's own time included. */
final class StartBenchmark implements Benchmark {

    private static final int REPLAYED = 400_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int times = quick ? 3 : 5;
        return List.of(
                Measure.atMost("--help answers", median(times, () -> Launcher.run("--help")), "s", 1),
                Measure.atMost("check of the shipped rules", median(times, () -> Launcher.run("check")), "s", 3),
                Measure.atMost("serve is ready", median(times, StartBenchmark::serve), "s", 5),
                replay(times));
    }

    /** Of so many activities that the compiler, of rules and of Java, has its part. */
    private static Measure replay(int times) throws Exception {
        try (Scratch scratch = new Scratch()) {
            String history = scratch.folder().resolve("history.ndjson").toString();
            Launcher.run("simulate", "--activities", Integer.toString(REPLAYED), "--seed", "1", "-o", history);
            double seconds = median(times, () -> Launcher.run("replay", history));
            return Measure.atLeast(
                    "replay of " + REPLAYED + " activities, as a whole process", REPLAYED / seconds, "/s", 40_000);
        }
    }

    private static double serve() throws Exception {
        try (Served served = new Served()) {
            return served.secondsUntilReady();
        }
    }

    private static double median(int times, Median.Timed timed) throws Exception {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(timed.run());
        }
        return all.stream().sorted().toList().get(times / 2);
    }
}
