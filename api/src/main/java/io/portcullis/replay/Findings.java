package io.portcullis.replay;

import io.portcullis.domain.decision.Decision;
import org.jspecify.annotations.Nullable;

/** All that a replay finds, gathered verdict by verdict. */
public final class Findings implements VerdictSink {

    private final ActionCounts actions = new ActionCounts();
    private final RuleCounts rules = new RuleCounts();
    private final Timeline timeline = new Timeline();
    private final RecordedDecisions recorded = new RecordedDecisions();
    private final @Nullable Comparison comparison;

    /** @param compared whether verdicts come with a baseline */
    public Findings(boolean compared) {
        this.comparison = compared ? new Comparison() : null;
    }

    @Override
    public void accept(Verdict verdict) {
        Decision decision = verdict.decision();
        Decision before = verdict.baseline();
        actions.add(decision.action());
        rules.add(decision.reasons());
        timeline.add(
                decision.occurredAt(),
                decision.action().flags(),
                before != null && before.action().flags());
        if (comparison != null && before != null) {
            comparison.add(verdict.activity(), before, decision);
        }
        if (verdict.recorded() != null) {
            recorded.add(verdict.recorded(), decision);
        }
    }

    ActionCounts actions() {
        return actions;
    }

    RuleCounts rules() {
        return rules;
    }

    Timeline timeline() {
        return timeline;
    }

    RecordedDecisions recorded() {
        return recorded;
    }

    /** Null when there is nothing to compare with. */
    @Nullable
    Comparison comparison() {
        return comparison;
    }

    /** Whether decisions recorded under the same rules came out differently: they must not. */
    public boolean contradictHistory() {
        return recorded.different() > 0;
    }
}
