package io.portcullis.rules.memory;

/**
 * How the entities of a kind remember for one question. What each of them remembers lies in its {@link Cells}. It is
 * driven by event time alone, so the same activities in the same order leave the same words, wherever and whenever
 * they are folded.
 */
abstract sealed class Slot
        permits Count,
                Sum,
                Amounts,
                Amounts.Aside,
                DistinctSet,
                Last,
                Pace,
                Run,
                Switches,
                Travel,
                Standing,
                OwnUse,
                Peers {

    /** Of the kind's slots, and so of its region in an entity's cells. */
    final int index;

    Slot(int index) {
        this.index = index;
    }

    /** Remembers the latest activity. */
    abstract void fold(Touch touch);

    /** Forgets what can no longer matter at that time, so that equal memories are written alike. */
    void expire(Cells cells, long now) {}
}
