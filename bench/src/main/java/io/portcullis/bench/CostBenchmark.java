package io.portcullis.bench;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.rules.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the time of a decision goes, on one thread: by stage, and by rule.
 *
 * <p>Stages are timed one activity after the other, as they follow each other in a replay, less what reading the clock
 * costs. A rule is timed alone, compiled without the others, on every twenty-first activity of the same traffic with the
 * memory as it is then, less what it costs to put an activity before a rule that is about none. Together, rules share what they have in
 * common, so that they cost less than the sum of them alone; and what they ask lies in the processor's caches, because
 * each is asked several times in a row.
 */
final class CostBenchmark implements Benchmark {

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        List<Activity> traffic = Traffic.of(quick ? 100_000 : 300_000);
        ActivityWriter writer = new ActivityWriter();
        List<byte[]> lines = traffic.stream().map(writer::write).toList();
        List<Measure> measures = new ArrayList<>();
        try (RuleSet rules = RuleSet.shipped()) {
            StageCosts stages = StageCosts.measure(lines, rules, quick ? 3 : 9);
            double sum =
                    stages.nanos().values().stream().mapToDouble(each -> each).sum();
            stages.nanos().forEach((stage, nanos) -> {
                measures.add(Measure.told("stage: " + stage, nanos / 1e3, "us/activity"));
                measures.add(Measure.told("stage: " + stage + ", share", 100 * nanos / sum, "%"));
            });
            measures.add(Measure.told("all stages", sum / 1e3, "us/activity"));
            Map<String, Double> byRule = new TreeMap<>(RuleCosts.measure(traffic, rules));
            byRule.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .forEach(rule -> measures.add(Measure.told(rule.getKey(), rule.getValue(), "ns/activity")));
            measures.add(Measure.told(
                    "the sum of all that, each alone",
                    byRule.values().stream().mapToDouble(each -> each).sum(),
                    "ns/activity"));
        }
        return measures;
    }
}
