package io.portcullis.bench;

import io.portcullis.bench.LabelledFolder.Episode;
import io.portcullis.bench.LabelledFolder.Part;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.history.HistoryFormat;
import io.portcullis.history.HistoryReader;
import io.portcullis.history.HistorySource;
import io.portcullis.rules.Engine;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * What rules find in one recording of labelled traffic, by the level of the attacks, and whom they flag wrongly, by what
 * those do. An episode is found when one of its activities is flagged.
 */
final class LabelledDetection {

    /** Shares of innocent entities, and of their activities, that may be flagged. */
    private static final double ENTITIES = 0.005;

    private static final double ACTIVITIES = 0.002;

    private final String name;
    private final Set<Integer> found = new HashSet<>();
    /** By index of the episode. */
    private final Map<Integer, Episode> attacks = new TreeMap<>();
    /** By what they do. */
    private final Map<String, Innocents> innocents = new TreeMap<>();

    /** Those who do the same. */
    private static final class Innocents {
        private final Set<String> all = new HashSet<>();
        private final Set<String> flagged = new HashSet<>();
        private final Map<String, Integer> rules = new HashMap<>();
        private long activities;
        private long flaggedActivities;

        void add(String who, Decision decision) {
            all.add(who);
            activities++;
            if (decision.action().flags()) {
                flagged.add(who);
                flaggedActivities++;
                decision.reasons().stream().map(Reason::rule).forEach(rule -> rules.merge(rule, 1, Integer::sum));
            }
        }

        /** The rule that flags them most often. */
        String rule() {
            return rules.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    private LabelledDetection(String name) {
        this.name = name;
    }

    static List<Measure> measure(LabelledFolder folder, Path recording, RuleSet rules) throws IOException {
        LabelledDetection detection = new LabelledDetection(LabelledFolder.name(recording));
        List<HistorySource> sources = List.of(HistorySource.of(recording.toString()));
        try (Engine engine = new Engine(rules);
                HistoryReader history = new HistoryReader(sources, HistoryFormat.NDJSON, line -> {})) {
            long position = 0;
            for (Activity activity = history.next(); activity != null; activity = history.next()) {
                Decision decision = engine.decide(activity, ++position);
                Part part = folder.part(activity.id());
                if (part != null) {
                    detection.judge(part, decision);
                }
            }
        }
        return detection.measures();
    }

    private void judge(Part part, Decision decision) {
        if (!part.isAttack()) {
            innocents
                    .computeIfAbsent(part.episode().label(), first -> new Innocents())
                    .add(part.index() + " " + part.who(), decision);
            return;
        }
        attacks.put(part.index(), part.episode());
        if (decision.action().flags()) {
            found.add(part.index());
        }
    }

    private List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        Set<String> levels = new TreeSet<>();
        attacks.values().forEach(attack -> levels.add(attack.level()));
        levels.forEach(level -> recall(level, measures));
        Collection<Innocents> all = innocents.values();
        measures.add(Measure.atMost(
                name + ": innocent entities flagged, share",
                share(sum(all, each -> each.flagged.size()), sum(all, each -> each.all.size())),
                "",
                ENTITIES));
        measures.add(Measure.atMost(
                name + ": innocent activities flagged, share",
                share(sum(all, each -> each.flaggedActivities), sum(all, each -> each.activities)),
                "",
                ACTIVITIES));
        innocents.forEach((behaviour, who) -> {
            if (!who.flagged.isEmpty()) {
                measures.add(Measure.told(
                        name + ": flagged: " + behaviour + ": " + who.rule(),
                        who.flagged.size(),
                        "of " + who.all.size()));
            }
        });
        return measures;
    }

    private void recall(String level, List<Measure> measures) {
        List<Map.Entry<Integer, Episode>> episodes = attacks.entrySet().stream()
                .filter(attack -> attack.getValue().level().equals(level))
                .toList();
        long seen = episodes.stream()
                .filter(episode -> found.contains(episode.getKey()))
                .count();
        measures.add(Measure.told(
                name + ": episodes found, share: " + level, share(seen, episodes.size()), "of " + episodes.size()));
        episodes.stream()
                .filter(episode -> !found.contains(episode.getKey()))
                .map(episode -> episode.getValue().name())
                .sorted()
                .forEach(
                        missed -> measures.add(Measure.told(name + ": missed: " + missed + " (" + level + ")", 0, "")));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static long sum(Collection<Innocents> all, ToLongFunction<Innocents> number) {
        return all.stream().mapToLong(number).sum();
    }
}
