package io.portcullis.replay;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a replay found, as one page of HTML that needs nothing else. */
public final class Report {

    private final Summary summary;
    private final Findings findings;
    private final @Nullable Comparison comparison;
    private final Html html = new Html();

    private Report(Summary summary) {
        this.summary = summary;
        this.findings = summary.findings();
        this.comparison = findings.comparison();
    }

    /** @param sources what was replayed, as the user named it */
    public static String of(Summary summary, List<String> sources) {
        Report report = new Report(summary);
        report.head(sources);
        report.figures();
        report.flags();
        report.rules();
        report.actions();
        report.examples();
        report.html.raw("</body></html>\n");
        return report.html.toString();
    }

    private void head(List<String> sources) {
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<title>Portcullis replay</title>\n<style>\n")
                .raw(style())
                .raw("</style></head><body>\n");
        html.add("<h1>Replay of %s</h1>", String.join(", ", sources));
        Timeline timeline = findings.timeline();
        if (!timeline.isEmpty()) {
            html.add("<p>Activities from %s to %s</p>", timeline.start(), timeline.end());
        }
        ruleSet("Rules", summary.rules());
        if (summary.baseline() != null) {
            ruleSet("Compared with", summary.baseline());
        }
    }

    private void ruleSet(String label, RuleSet rules) {
        html.add(
                "<p>%s <code>%s</code>, %d rules</p>",
                label, rules.id(), rules.rules().size());
    }

    private void figures() {
        long decided = summary.outcome().activities();
        long flagged = findings.actions().flagged();
        html.raw("<dl>\n");
        figure("Activities", decided);
        figure("Flagged", flagged);
        html.add("<div><dt>Share flagged</dt><dd>%.2f %%</dd></div>", decided == 0 ? 0.0 : 100.0 * flagged / decided);
        if (comparison != null) {
            figure("Another action", comparison.changed());
            figure("Newly flagged", comparison.newly());
            figure("No longer flagged", comparison.noLonger());
        }
        figure("Malformed lines", summary.skipped());
        figure("Duplicates", summary.duplicates());
        html.raw("</dl>\n");
    }

    private void figure(String label, long value) {
        html.add("<div><dt>%s</dt><dd>%,d</dd></div>", label, value);
    }

    private void flags() {
        if (!findings.timeline().isEmpty()) {
            html.raw("<h2>Flags over time</h2>\n");
            FlagsChart.draw(html, findings.timeline(), comparison != null);
        }
    }

    private void rules() {
        html.raw("<h2>Rules</h2>\n");
        List<RuleCounts.Fired> after = findings.rules().ranked();
        List<RuleCounts.Fired> before =
                comparison == null ? List.of() : comparison.rulesBefore().ranked();
        if (after.isEmpty() && before.isEmpty()) {
            html.raw("<p>No rule fired.</p>\n");
            return;
        }
        RulesTable.write(html, after, before, comparison != null);
    }

    private void actions() {
        html.raw("<h2>Actions</h2>\n<div class=\"scroll\"><table><thead><tr>");
        html.add("<th scope=\"col\">%s</th>", comparison == null ? "" : "before \u2193, after \u2192");
        for (Action action : Action.values()) {
            html.add("<th scope=\"col\" class=\"number\">%s</th>", action);
        }
        html.raw("</tr></thead><tbody>\n");
        if (comparison != null) {
            for (Action before : Action.values()) {
                html.add("<tr><th scope=\"row\">%s</th>", before);
                for (Action after : Action.values()) {
                    long count = comparison.from(before, after);
                    String kind =
                            before == after || count == 0 ? "same" : after.compareTo(before) > 0 ? "more" : "less";
                    html.add("<td class=\"number %s\">%,d</td>", kind, count);
                }
                html.raw("</tr>\n");
            }
        }
        html.raw("<tr><th scope=\"row\">all</th>");
        for (Action action : Action.values()) {
            html.add("<td class=\"number\">%,d</td>", findings.actions().of(action));
        }
        html.raw("</tr></tbody></table></div>\n");
    }

    private void examples() {
        if (comparison != null) {
            examples("Newly flagged", comparison.newly(), comparison.newlyFlagged());
            examples("No longer flagged", comparison.noLonger(), comparison.noLongerFlagged());
        }
    }

    private void examples(String title, long all, List<Comparison.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        html.add("<h2>%s</h2><p>The first %d of %,d.</p>", title, changes.size(), all);
        html.raw(
                "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">activity</th><th scope=\"col\">time</th>"
                        + "<th scope=\"col\">before</th><th scope=\"col\">after</th><th scope=\"col\">why</th></tr></thead><tbody>\n");
        for (Comparison.Change change : changes) {
            Decision telling = change.after().action().flags() ? change.after() : change.before();
            html.add(
                    "<tr><td><code>%s</code><br>%s</td><td>%s</td><td>%s %d</td><td>%s %d</td><td>",
                    change.activity().id(),
                    change.activity().type().label(),
                    change.activity().occurredAt(),
                    change.before().action(),
                    change.before().score(),
                    change.after().action(),
                    change.after().score());
            telling.reasons().forEach(this::reason);
            html.raw("</td></tr>\n");
        }
        html.raw("</tbody></table></div>\n");
    }

    private void reason(Reason reason) {
        html.add(
                "<div>%s, %s <code>%s</code>: %s</div>",
                reason.rule(),
                reason.entity().kind().label(),
                reason.entity().id(),
                reason.evidence().entrySet().stream()
                        .map(asked -> asked.getKey() + " = " + asked.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private static String style() {
        try (InputStream css = Report.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("this build of Portcullis has no report.css");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
