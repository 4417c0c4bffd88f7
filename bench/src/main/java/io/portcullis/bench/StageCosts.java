package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionWriter;
import io.portcullis.rules.Dissection;
import io.portcullis.rules.Prepared;
import io.portcullis.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each stage of a decision costs.
 *
 * @param nanos an activity, by stage, in the order of the stages
 */
record StageCosts(Map<String, Double> nanos) {

    private static final String[] STAGES = {
        "read JSON", "prepare", "memory", "rules", "score and decide", "write decision"
    };

    private static final int CLOCK_READINGS = 1_000_000;

    /** The median of several rounds for each stage; the first two only warm up. */
    static StageCosts measure(List<byte[]> lines, RuleSet rules, int rounds) throws InvalidActivity {
        List<List<Double>> all = new ArrayList<>();
        for (int i = 0; i < STAGES.length; i++) {
            all.add(new ArrayList<>());
        }
        for (int round = -2; round < rounds; round++) {
            long[] sums = round(lines, rules);
            double clock = clock();
            for (int i = 0; i < STAGES.length && round >= 0; i++) {
                all.get(i).add(Math.max(0, (double) sums[i] / lines.size() - clock));
            }
        }
        Map<String, Double> nanos = new LinkedHashMap<>();
        for (int i = 0; i < STAGES.length; i++) {
            nanos.put(STAGES[i], Median.middle(all.get(i)));
        }
        return new StageCosts(nanos);
    }

    private static long[] round(List<byte[]> lines, RuleSet rules) throws InvalidActivity {
        long[] sums = new long[STAGES.length];
        ActivityReader reader = new ActivityReader(() -> "none");
        DecisionWriter writer = new DecisionWriter();
        long position = 0;
        Dissection engine = new Dissection(rules);
        for (byte[] line : lines) {
            long start = System.nanoTime();
            Activity activity = reader.read(line);
            long read = System.nanoTime();
            Prepared prepared = engine.prepare(activity);
            long ready = System.nanoTime();
            engine.remember(prepared);
            long remembered = System.nanoTime();
            engine.evaluate();
            long evaluated = System.nanoTime();
            Decision decision = engine.conclude(++position);
            long concluded = System.nanoTime();
            byte[] written = writer.write(decision);
            long end = System.nanoTime();
            if (written.length == 0) {
                throw new IllegalStateException();
            }
            sums[0] += read - start;
            sums[1] += ready - read;
            sums[2] += remembered - ready;
            sums[3] += evaluated - remembered;
            sums[4] += concluded - evaluated;
            sums[5] += end - concluded;
        }

        return sums;
    }

    /** What it costs to read the clock, nanoseconds. */
    private static double clock() {
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < CLOCK_READINGS; i++) {
            last = System.nanoTime();
        }
        return (double) (last - start) / CLOCK_READINGS;
    }
}
