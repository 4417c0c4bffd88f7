package io.portcullis.replay;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.rules.Rule;
import io.portcullis.rules.RuleSet;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found, for people.
 *
 * @param skipped lines of history that were malformed
 * @param duplicates activities that were there before
 * @param took from the first line to the last decision
 */
public record Summary(
        Findings findings,
        Replay.Outcome outcome,
        RuleSet rules,
        @Nullable RuleSet baseline,
        long skipped,
        long duplicates,
        Duration took) {

    private static final int TOP = 10;

    /** Whoever wrote history must not write to the terminal of who replays it. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public void print(PrintWriter out) {
        line(
                out,
                "activities",
                "%,d decided, %,d malformed lines skipped, %,d duplicates",
                outcome.activities(),
                skipped,
                duplicates);
        line(out, "rate", "%,.0f activities/s (%.1f s)", perSecond(), seconds());
        line(out, "flagged", "%,d", findings.actions().flagged());
        line(
                out,
                "actions",
                "%s",
                Arrays.stream(Action.values())
                        .filter(action -> findings.actions().of(action) > 0)
                        .map(action -> String.format(
                                Locale.ROOT,
                                "%s %,d",
                                action,
                                findings.actions().of(action)))
                        .collect(Collectors.joining("  ")));
        topRules(out);
        line(out, "rule set", "%s (%s)", rules.id(), Counted.of(rules.rules().size(), "rule"));
        line(out, "memory", "hash %s, %,d entities", memoryHash(), outcome.entities());
        recorded(out);
        comparison(out);
    }

    private void topRules(PrintWriter out) {
        List<RuleCounts.Fired> ranked = findings.rules().ranked();
        if (ranked.isEmpty()) {
            line(out, "rules fired", "none");
            return;
        }
        String label = "rules fired";
        for (RuleCounts.Fired fired : ranked.subList(0, Math.min(TOP, ranked.size()))) {
            line(out, label, "%,9d  %s (%s)", fired.count(), fired.rule(), fired.signal());
            label = "";
        }
        if (ranked.size() > TOP) {
            line(out, "", "and %d others", ranked.size() - TOP);
        }
    }

    private void recorded(PrintWriter out) {
        RecordedDecisions recorded = findings.recorded();
        if (recorded.isEmpty()) {
            return;
        }
        line(
                out,
                "recorded",
                "%,d decisions came out the same, %,d differently, %,d were under other rules",
                recorded.same(),
                recorded.different(),
                recorded.underOtherRules());
        for (Decision decision : recorded.differing()) {
            line(
                    out,
                    "",
                    "position %d, activity %s: recorded %s, score %d",
                    decision.position(),
                    decision.activity(),
                    decision.action(),
                    decision.score());
        }
    }

    private void comparison(PrintWriter out) {
        Comparison comparison = findings.comparison();
        if (comparison == null || baseline == null) {
            return;
        }
        line(
                out,
                "baseline",
                "%s (%s)",
                baseline.id(),
                Counted.of(baseline.rules().size(), "rule"));
        line(
                out,
                "changes",
                "%,d activities get another action, %,d the same for other reasons",
                comparison.changed(),
                comparison.sameActionOtherwise());
        line(out, "", "%,d newly flagged, %,d no longer flagged", comparison.newly(), comparison.noLonger());
        for (Action before : Action.values()) {
            for (Action after : Action.values()) {
                long count = before == after ? 0 : comparison.from(before, after);
                if (count > 0) {
                    line(out, "", "%,9d  %s -> %s", count, before, after);
                }
            }
        }
        newRules(out, baseline);
        examples(out, "newly", comparison.newlyFlagged());
        examples(out, "no longer", comparison.noLongerFlagged());
    }

    /** Whoever tries a rule wants to know of it even when it never fired. */
    private void newRules(PrintWriter out, RuleSet baseline) {
        Set<String> old = baseline.rules().stream().map(Rule::name).collect(Collectors.toSet());
        List<Rule> added = rules.rules().stream()
                .filter(rule -> !old.contains(rule.name()))
                .toList();
        String label = "new rules";
        for (Rule rule : added) {
            long fired = findings.rules().of(rule.name());
            line(
                    out,
                    label,
                    "%9s  %s (%s)",
                    fired == 0 ? "never" : String.format(Locale.ROOT, "%,d", fired),
                    rule.name(),
                    rule.signal());
            label = "";
        }
    }

    private static void examples(PrintWriter out, String label, List<Comparison.Change> changes) {
        String first = label;
        for (Comparison.Change change : changes.subList(0, Math.min(3, changes.size()))) {
            Decision telling = change.after().action().flags() ? change.after() : change.before();
            line(
                    out,
                    first,
                    "%s: %s",
                    change.activity().id(),
                    telling.reasons().stream()
                            .map(reason -> reason.rule() + " ("
                                    + reason.entity().kind().label() + " "
                                    + reason.entity().id() + ")")
                            .collect(Collectors.joining(", ")));
            first = "";
        }
    }

    private static void line(PrintWriter out, String label, String format, Object... values) {
        String text = String.format(Locale.ROOT, "%-13s", label) + String.format(Locale.ROOT, format, values);
        out.println(CONTROL.matcher(text).replaceAll("\uFFFD"));
    }

    String memoryHash() {
        return HexFormat.of().toHexDigits(outcome.memoryHash());
    }

    double seconds() {
        return Math.max(took.toNanos() / 1e9, 1e-3);
    }

    double perSecond() {
        return outcome.activities() / seconds();
    }
}
