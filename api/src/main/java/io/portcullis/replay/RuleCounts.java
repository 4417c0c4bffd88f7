package io.portcullis.replay;

import io.portcullis.domain.decision.Reason;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each rule fired. */
final class RuleCounts {

    /** A rule that fired, and how often. */
    record Fired(String rule, String signal, long count) {}

    private final Map<String, Fired> byRule = new HashMap<>();

    void add(List<Reason> reasons) {
        for (Reason reason : reasons) {
            byRule.merge(
                    reason.rule(),
                    new Fired(reason.rule(), reason.signal(), 1),
                    (fired, one) -> new Fired(fired.rule(), fired.signal(), fired.count() + 1));
        }
    }

    long of(String rule) {
        Fired fired = byRule.get(rule);
        return fired == null ? 0 : fired.count();
    }

    /** The most frequent first, then by name. */
    List<Fired> ranked() {
        return byRule.values().stream()
                .sorted(Comparator.comparing(Fired::count).reversed().thenComparing(Fired::rule))
                .toList();
    }
}
