package io.portcullis.intake;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the intake asks of an engine. One thread at a time, but for {@link #prepare}. */
interface Decider extends AutoCloseable {

    /** Identifies the rules and reference data. */
    String ruleSet();

    /** Does what can be done without memory, on any thread. */
    Undecided prepare(Activity activity);

    /** Equal for the same log under the same rule set. */
    long memoryHash();

    void save(DataOutput out) throws IOException;

    /** Replaces the memory by a saved one. */
    void restore(DataInput in) throws IOException;

    @Override
    void close();

    /** An activity that waits for its place in the log. */
    @FunctionalInterface
    interface Undecided {

        /** @param position one more than the last */
        Decision decide(long position);
    }
}
