package io.portcullis.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each rule fired, with a bar, and how that compares. */
final class RulesTable {

    private static final int BAR = 160;

    private RulesTable() {}

    static void write(Html html, List<RuleCounts.Fired> after, List<RuleCounts.Fired> before, boolean compared) {
        Map<String, long[]> counts = new LinkedHashMap<>();
        Map<String, String> signals = new LinkedHashMap<>();
        count(counts, signals, after, 0);
        count(counts, signals, before, 1);
        long most = counts.values().stream()
                .mapToLong(pair -> Math.max(pair[0], pair[1]))
                .max()
                .orElse(1);
        html.raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">rule</th><th scope=\"col\">signal</th>")
                .raw("<th scope=\"col\">fired</th><th scope=\"col\" class=\"number\"></th>")
                .raw(
                        compared
                                ? "<th scope=\"col\" class=\"number\">before</th><th scope=\"col\" class=\"number\">change</th>"
                                : "")
                .raw("</tr></thead><tbody>\n");
        counts.forEach((rule, pair) -> {
            html.add("<tr><td>%s</td><td><code>%s</code></td>", rule, signals.getOrDefault(rule, ""));
            html.add(
                    "<td><svg viewBox=\"0 0 %d 12\" style=\"width:%dpx\" aria-hidden=\"true\">"
                            + "<rect class=\"flag\" width=\"%.1f\" height=\"12\" rx=\"2\"/></svg></td>",
                    BAR, BAR, (double) BAR * pair[0] / most);
            html.add("<td class=\"number\">%,d</td>", pair[0]);
            if (compared) {
                long change = pair[0] - pair[1];
                html.add(
                        "<td class=\"number\">%,d</td><td class=\"number %s\">%+,d</td>",
                        pair[1], change > 0 ? "more" : change < 0 ? "less" : "same", change);
            }
            html.raw("</tr>\n");
        });
        html.raw("</tbody></table></div>\n");
    }

    private static void count(
            Map<String, long[]> counts, Map<String, String> signals, List<RuleCounts.Fired> fired, int column) {
        for (RuleCounts.Fired rule : fired) {
            counts.computeIfAbsent(rule.rule(), name -> new long[2])[column] = rule.count();
            signals.putIfAbsent(rule.rule(), rule.signal());
        }
    }
}
