package io.portcullis.projections.processing;

import io.portcullis.domain.event.Decided;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The batch that a segment is folding. Pages may begin with events that the segment has folded already, since after a
 * restart or a failure they are not cut where they were; those are left out.
 */
final class OpenBatch {

    private final Changes changes;
    private @Nullable TrackingToken folded;

    /** @param folded how far the segment had read, in the transaction of this batch; null when it had not begun */
    OpenBatch(Changes changes, @Nullable TrackingToken folded) {
        this.changes = changes;
        this.folded = folded;
    }

    boolean isNew(TrackingToken token) {
        return folded == null || !folded.covers(token);
    }

    void add(Decided decided) {
        changes.add(decided);
    }

    void reached(TrackingToken token) {
        folded = folded == null ? token : folded.upperBound(token);
    }

    void flush() {
        changes.flush();
    }
}
