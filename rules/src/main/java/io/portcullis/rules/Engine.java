package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Folds a log of activities into decisions. One thread at a time; activities in the order of the log.
 */
public final class Engine implements AutoCloseable {

    public Engine(RuleSet rules) {
        throw new IllegalStateException("skeleton");
    }

    /** Everything about an activity that does not need memory: may run on another thread, ahead of {@link #decide}. */
    public Prepared prepare(Activity activity) {
        throw new IllegalStateException("skeleton");
    }

    /** @param position the activity's place in the log: one more than the last */
    public Decision decide(Prepared activity, long position) {
        throw new IllegalStateException("skeleton");
    }

    public Decision decide(Activity activity, long position) {
        return decide(prepare(activity), position);
    }

    /** A hash over the whole memory: equal for the same log under the same rule set, live, replayed or recovered. */
    public long memoryHash() {
        throw new IllegalStateException("skeleton");
    }

    /** How many entities are remembered. */
    public long entities() {
        throw new IllegalStateException("skeleton");
    }

    /** Writes the whole memory, for a checkpoint. */
    public void save(DataOutput out) throws IOException {
        throw new IllegalStateException("skeleton");
    }

    /** Replaces the memory by one that {@link #save} wrote under the same rule set. */
    public void restore(DataInput in) throws IOException {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public void close() {}
}
