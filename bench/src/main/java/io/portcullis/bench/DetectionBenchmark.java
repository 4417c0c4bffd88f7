package io.portcullis.bench;

import io.portcullis.domain.decision.Decision;
import io.portcullis.rules.Engine;
import io.portcullis.rules.RuleSet;
import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Label;
import io.portcullis.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the shipped rules find in simulated traffic of a seed that they were not tuned on, and whom they flag wrongly. An
 * episode is found when one of its activities is flagged.
 */
final class DetectionBenchmark implements Benchmark {

    /** Not one of those that rules are tuned on; another one by {@code PORTCULLIS_SEED}. */
    private static final long SEED = 7_402_311;

    /** How many activities in a hundred belong to attacks; another share by {@code PORTCULLIS_ATTACK_SHARE}. */
    private static final long ATTACK_SHARE = 5;

    /** Share of the episodes that are found. */
    private static final double FOUND = 0.97;

    /** Of this many activities and more, an episode is found early within its first tenth. */
    private static final int LONG = 50;

    /** Labelled traffic to measure too; null for none. */
    private final @Nullable Path data;

    private long benign;
    private long benignFlagged;
    private final Map<Label, Episode> episodes = new LinkedHashMap<>();

    DetectionBenchmark(@Nullable Path data) {
        this.data = data;
    }

    /** What became of an episode. */
    private static final class Episode {
        private int length;
        private int unseen = -1;

        void add(boolean flagged) {
            if (flagged && unseen < 0) {
                unseen = length;
            }
            length++;
        }

        boolean found() {
            return unseen >= 0;
        }

        boolean foundEarly() {
            return found() && (length < LONG || unseen * 10 < length);
        }
    }

    @Override
    public String name() {
        return "detection";
    }

    @Override
    public List<Measure> run(boolean quick) throws Exception {
        int activities = quick ? 200_000 : 1_000_000;
        List<Measure> measures = new ArrayList<>();
        try (RuleSet rules = RuleSet.shipped()) {
            if (data != null) {
                LabelledFolder folder = LabelledFolder.read(data);
                for (Path recording : folder.recordings()) {
                    measures.addAll(LabelledDetection.measure(folder, recording, rules));
                }
            }
            Engine engine = new Engine(rules);
            long[] position = new long[1];
            new Simulation(
                            activities,
                            number("PORTCULLIS_SEED", SEED),
                            EnumSet.allOf(Attack.class),
                            (int) number("PORTCULLIS_ATTACK_SHARE", ATTACK_SHARE),
                            Simulation.USUAL_DAYS)
                    .play((activity, label) -> judge(engine.decide(activity, ++position[0]), label));
        }
        for (Attack attack : Attack.values()) {
            measures.add(recall(attack));
        }
        measures.add(Measure.atLeast(
                "episodes found, share", share(episodes.values(), Episode::found), "of " + episodes.size(), FOUND));
        measures.add(Measure.told(
                "episodes found before a tenth of them, share",
                share(episodes.values(), Episode::foundEarly),
                "of " + episodes.size()));
        measures.add(Measure.atMost(
                "benign activities flagged, of 1,000", 1000.0 * benignFlagged / Math.max(1, benign), "", 1));
        return measures;
    }

    private static long number(String variable, long otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Long.parseLong(value);
    }

    private void judge(Decision decision, @Nullable Label label) {
        boolean flagged = decision.action().flags();
        if (label == null) {
            benign++;
            benignFlagged += flagged ? 1 : 0;
        } else {
            episodes.computeIfAbsent(label, first -> new Episode()).add(flagged);
        }
    }

    private Measure recall(Attack attack) {
        List<Episode> ofAttack = episodes.entrySet().stream()
                .filter(episode -> episode.getKey().attack() == attack)
                .map(Map.Entry::getValue)
                .toList();
        return Measure.told(
                "episodes found: " + attack.label(), share(ofAttack, Episode::found), "of " + ofAttack.size());
    }

    private static double share(Collection<Episode> episodes, Predicate<Episode> which) {
        return episodes.stream().filter(which).count() / (double) Math.max(1, episodes.size());
    }
}
