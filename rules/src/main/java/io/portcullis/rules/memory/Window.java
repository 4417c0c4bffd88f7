package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A sum over a sliding window {@code (now - width, now]}, O(1) amortised to add and to ask.
 *
 * <p>Exact while it holds at most {@value #EXACT} entries. Beyond that, entries share buckets of a 60th of
 * the window, which leave it whole when their first instant does: the answer then covers at least 59/60 of the window
 * and is never too high. An entry that comes late lands in its own place, or nowhere when the window has passed it.
 */
final class Window extends Slot {

    /** The most entries that a window ever holds. */
    static final int EXACT = 64;

    /** Fewer than {@link #EXACT}, so that the first and the last, which the window cuts, fit too. */
    private static final int BUCKETS = 60;

    private static final int INITIAL = 2;

    private final long width;
    private final boolean counting;

    private long[] times = new long[INITIAL];
    /** Null while every entry weighs one. */
    private long @Nullable [] weights;

    private int head;
    private int size;
    private long total;
    private boolean bucketed;

    /**
     * @param width milliseconds
     * @param counting whether every entry weighs one
     */
    Window(long width, boolean counting) {
        this.width = width;
        this.counting = counting;
        this.weights = counting ? null : new long[INITIAL];
    }

    /** @param now the entity's clock: the latest time that it has seen, this entry's included */
    void add(long time, long weight, long now) {
        expire(now);
        if (time <= now - width) {
            return;
        }
        if (size == EXACT && !bucketed) {
            gatherIntoBuckets();
        }
        insert(bucketed ? bucketOf(time) : time, weight, bucketed);
        total += weight;
    }

    long total(long now) {
        expire(now);
        return total;
    }

    @Override
    void expire(long now) {
        long edge = now - width;
        while (size > 0 && times[head] <= edge) {
            total -= weight(head);
            head = next(head);
            size--;
        }
        if (size == 0 && bucketed) {
            bucketed = false;
            if (counting) {
                weights = null;
            }
        }
    }

    private long bucketOf(long time) {
        return Math.floorDiv(time, bucketWidth()) * bucketWidth();
    }

    private long bucketWidth() {
        return (width + BUCKETS - 1) / BUCKETS;
    }

    private void gatherIntoBuckets() {
        long[] entries = times.clone();
        long[] entryWeights = new long[size];
        int start = head;
        int count = size;
        for (int i = 0; i < count; i++) {
            entryWeights[i] = weight(index(start, i));
        }
        weights = new long[times.length];
        bucketed = true;
        head = 0;
        size = 0;
        for (int i = 0; i < count; i++) {
            insert(bucketOf(entries[index(start, i)]), entryWeights[i], true);
        }
    }

    /** Keeps entries in the order of time; the usual place is the end. */
    private void insert(long time, long weight, boolean merge) {
        int before = size;
        while (before > 0 && times[index(head, before - 1)] > time) {
            before--;
        }
        if (merge && before > 0 && times[index(head, before - 1)] == time) {
            weights()[index(head, before - 1)] += weight;
            return;
        }
        growIfFull();
        for (int i = size; i > before; i--) {
            move(index(head, i - 1), index(head, i));
        }
        int at = index(head, before);
        times[at] = time;
        if (weights != null) {
            weights[at] = weight;
        }
        size++;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        if (weights != null) {
            weights[to] = weights[from];
        }
    }

    private void growIfFull() {
        if (size < times.length) {
            return;
        }
        long[] moreTimes = new long[times.length * 2];
        long[] moreWeights = weights == null ? null : new long[times.length * 2];
        for (int i = 0; i < size; i++) {
            int from = index(head, i);
            moreTimes[i] = times[from];
            if (moreWeights != null) {
                moreWeights[i] = weight(from);
            }
        }
        times = moreTimes;
        weights = moreWeights;
        head = 0;
    }

    private long weight(int index) {
        return weights == null ? 1 : weights[index];
    }

    private long[] weights() {
        if (weights == null) {
            throw new IllegalStateException("a bucket without a weight");
        }
        return weights;
    }

    private int index(int from, int offset) {
        return from + offset & times.length - 1;
    }

    private int next(int index) {
        return index + 1 & times.length - 1;
    }

    @Override
    void write(DataOutput out) throws IOException {
        out.writeBoolean(bucketed);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            int at = index(head, i);
            out.writeLong(times[at]);
            if (weights != null) {
                out.writeLong(weights[at]);
            }
        }
    }

    @Override
    void read(DataInput in) throws IOException {
        bucketed = in.readBoolean();
        size = in.readInt();
        head = 0;
        total = 0;
        int capacity = Math.max(INITIAL, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        times = new long[capacity];
        weights = counting && !bucketed ? null : new long[capacity];
        for (int i = 0; i < size; i++) {
            times[i] = in.readLong();
            if (weights != null) {
                weights[i] = in.readLong();
            }
            total += weight(i);
        }
    }
}
