package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one entity remembers for one question. It is driven by event time alone, so the same activities in the same
 * order give the same slot, wherever and whenever they are folded.
 */
abstract sealed class Slot permits Window, DistinctSet, Last, Pace, Run, Switches, Travel, Standing {

    /** Forgets what can no longer matter at that time, so that equal memories are written alike. */
    abstract void expire(long now);

    abstract void write(DataOutput out) throws IOException;

    abstract void read(DataInput in) throws IOException;
}
