package io.portcullis.domain.decision;

import io.portcullis.domain.activity.ActivityType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about one activity, and why: a pure function of the log up to it, the rule set and the reference data.
 *
 * @param activity the activity's {@code id}
 * @param score 0 to 100
 * @param reasons the rules that fired, the highest score first, then by the rule's name
 * @param ruleSet identifies rules and reference data
 * @param position the activity's place in the log, from 1
 * @param retryAfterSeconds comes with THROTTLE, else null
 */
public record Decision(
        String activity,
        ActivityType type,
        Instant occurredAt,
        Action action,
        int score,
        List<Reason> reasons,
        String ruleSet,
        long position,
        @Nullable Integer retryAfterSeconds) {

    public Band band() {
        return Band.of(score);
    }

    /** A decision that says nothing but "go on" needs no storage of its own. */
    public boolean isPlainAllow() {
        return action == Action.ALLOW && reasons.isEmpty();
    }
}
