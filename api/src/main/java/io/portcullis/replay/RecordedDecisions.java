package io.portcullis.replay;

import io.portcullis.domain.decision.Decision;
import java.util.ArrayList;
import java.util.List;

/** Whether the decisions that history tells come out again. Those under other rules may differ. */
final class RecordedDecisions {

    private static final int MOST_EXAMPLES = 10;

    private final List<Decision> differing = new ArrayList<>();
    private long same;
    private long different;
    private long underOtherRules;

    void add(Decision recorded, Decision again) {
        if (!recorded.ruleSet().equals(again.ruleSet())) {
            underOtherRules++;
        } else if (recorded.equals(again)) {
            same++;
        } else {
            different++;
            if (differing.size() < MOST_EXAMPLES) {
                differing.add(recorded);
            }
        }
    }

    boolean isEmpty() {
        return same + different + underOtherRules == 0;
    }

    long same() {
        return same;
    }

    /** Under the same rules: a fault of the engine, or of the log. */
    long different() {
        return different;
    }

    long underOtherRules() {
        return underOtherRules;
    }

    /** The first of those that came out differently, as recorded. */
    List<Decision> differing() {
        return differing;
    }
}
