package io.portcullis.projections.decisions;

import io.portcullis.domain.decision.Action;
import io.portcullis.projections.table.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions to list; null asks nothing of them.
 *
 * @param signal the name of a signal among their reasons
 * @param account the activity's account
 * @param device the activity's device
 * @param from event time, included
 * @param to event time, not included
 * @param cursor from the page before; null for the first page
 * @param limit 1 to {@value Page#MAX_LIMIT}
 */
public record DecisionQuery(
        @Nullable Action action,
        @Nullable String signal,
        @Nullable String account,
        @Nullable String device,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        int limit) {

    public DecisionQuery {
        Page.limit(limit);
    }

    /** The newest 50 of all. */
    public static DecisionQuery newest() {
        return new DecisionQuery(null, null, null, null, null, null, null, 50);
    }
}
