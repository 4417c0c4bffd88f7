package io.portcullis.projections.processing;

import io.portcullis.domain.event.Decided;

/** What one batch of the log changes in a view. Used by one thread. */
public interface Changes {

    /** Takes note of the next activity, in the log's order; writes nothing yet. */
    void add(Decided decided);

    /** Writes each row touched once, in the transaction that also stores how far the view has read. */
    void flush();
}
