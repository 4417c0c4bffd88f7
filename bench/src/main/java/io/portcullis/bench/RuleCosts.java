package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.Dissection;
import io.portcullis.rules.RuleSet;
import io.portcullis.rules.evaluation.LoneRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each rule costs alone, beyond what it costs to put an activity before any rule. */
final class RuleCosts {

    /** The name of what is put before any rule. */
    static final String ACTIVITY = "putting the activity before the rules";

    /** Odd, so that no rhythm of the traffic falls in step with it. */
    private static final int SAMPLE = 21;

    private static final int AGAIN = 8;

    /** The median of so many parts of the traffic is taken: what disturbs the machine disturbs few of them. */
    private static final int PARTS = 15;

    /** So many parts before them only warm up. */
    private static final int WARM_UP = 5;

    private final List<LoneRule> rules = new ArrayList<>();
    private final long[] sums;
    private int samples;

    private RuleCosts(Dissection engine) {
        rules.add(LoneRule.idle());
        rules.addAll(engine.rules());
        this.sums = new long[rules.size()];
    }

    /** Nanoseconds an activity, whatever its type, by rule, with {@link #ACTIVITY} among them. */
    static Map<String, Double> measure(List<Activity> traffic, RuleSet set) {
        Dissection engine = new Dissection(set);
        RuleCosts costs = new RuleCosts(engine);
        try {
            return costs.replay(traffic, engine);
        } finally {
            costs.rules.forEach(LoneRule::close);
        }
    }

    private Map<String, Double> replay(List<Activity> traffic, Dissection engine) {
        Map<String, List<Double>> parts = new HashMap<>();
        int partSize = traffic.size() / (PARTS + WARM_UP);
        for (int i = 0; i < traffic.size(); i++) {
            engine.remember(engine.prepare(traffic.get(i)));
            engine.evaluate();
            if (i % SAMPLE == 0) {
                sample(engine, i);
            }
            engine.conclude(i + 1L);
            if (i % partSize == partSize - 1) {
                note(i / partSize, parts);
            }
        }
        Map<String, Double> nanos = new HashMap<>();
        parts.forEach((rule, each) -> nanos.put(rule, Median.middle(each)));
        return nanos;
    }

    /** Each in turn is the first, so that none is always the one that finds the caches cold. */
    private void sample(Dissection engine, int first) {
        samples++;
        for (int i = 0; i < sums.length; i++) {
            int at = (i + first) % sums.length;
            LoneRule rule = rules.get(at);
            long start = System.nanoTime();
            for (int n = 0; n < AGAIN; n++) {
                engine.evaluate(rule);
            }
            sums[at] += System.nanoTime() - start;
        }
    }

    private void note(int part, Map<String, List<Double>> parts) {
        for (int i = 0; i < sums.length && part >= WARM_UP; i++) {
            double nanos = (double) (sums[i] - (i == 0 ? 0 : sums[0])) / samples / AGAIN;
            String name = i == 0 ? ACTIVITY : "rule: " + rules.get(i).name();
            parts.computeIfAbsent(name, each -> new ArrayList<>()).add(nanos);
        }
        Arrays.fill(sums, 0);
        samples = 0;
    }
}
