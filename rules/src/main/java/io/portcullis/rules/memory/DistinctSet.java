package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many distinct values a sliding window {@code (now - width, now]} has seen, by their 64-bit hashes.
 *
 * <p>Exact up to {@value #EXACT} values. Beyond that it is Wegman's adaptive sampling: it keeps the values whose hash
 * ends in {@code level} zero bits and answers their number times 2^level, with a standard error of at most
 * 1/sqrt(128), 9 %. However many values an attacker sends, it holds at most {@value #EXACT}, and refuses most new ones
 * without looking for them.
 */
final class DistinctSet extends Slot {

    static final int EXACT = 256;

    private static final int INITIAL = 2;

    private final long width;

    /** By the time of each value's latest sighting, the oldest first. */
    private long[] values = new long[INITIAL];

    private long[] times = new long[INITIAL];
    private int size;
    private int level;

    /** @param width milliseconds */
    DistinctSet(long width) {
        this.width = width;
    }

    /** @param now the entity's clock: the latest time that it has seen, this value's included */
    void add(long time, long value, long now) {
        expire(now);
        sampleMoreAfterAnAttack();
        if (time <= now - width || !isSampled(value)) {
            return;
        }
        int at = find(value);
        if (at >= 0) {
            if (times[at] >= time) {
                return;
            }
            remove(at);
        } else if (size == EXACT) {
            sampleLess();
            if (!isSampled(value)) {
                return;
            }
        }
        insert(time, value);
    }

    /** The number of distinct values, estimated beyond {@value #EXACT}. */
    long size(long now) {
        expire(now);
        return (long) size << level;
    }

    private boolean isSampled(long value) {
        return (value & (1L << level) - 1) == 0;
    }

    /** Latest first: a value that is seen again has most often just been seen. */
    private int find(long value) {
        int at = size - 1;
        while (at >= 0 && values[at] != value) {
            at--;
        }
        return at;
    }

    private void sampleLess() {
        while (size == EXACT) {
            level++;
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (isSampled(values[i])) {
                    values[kept] = values[i];
                    times[kept] = times[i];
                    kept++;
                }
            }
            size = kept;
        }
    }

    private void insert(long time, long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        int at = size;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(times, at, times, at + 1, size - at);
        values[at] = value;
        times[at] = time;
        size++;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(values, at + 1, values, at, size - at);
        System.arraycopy(times, at + 1, times, at, size - at);
    }

    @Override
    void expire(long now) {
        long edge = now - width;
        if (size == 0 || times[0] > edge) {
            return;
        }
        int gone = 1;
        while (gone < size && times[gone] <= edge) {
            gone++;
        }
        size -= gone;
        System.arraycopy(values, gone, values, 0, size);
        System.arraycopy(times, gone, times, 0, size);
    }

    /** New values are counted closer again; those refused meanwhile stay uncounted until they return. */
    private void sampleMoreAfterAnAttack() {
        if (size == 0) {
            level = 0;
        } else if (level > 0 && size < EXACT / 8) {
            level--;
        }
    }

    @Override
    void write(DataOutput out) throws IOException {
        out.writeByte(level);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(values[i]);
            out.writeLong(times[i]);
        }
    }

    @Override
    void read(DataInput in) throws IOException {
        level = in.readByte();
        size = in.readInt();
        values = new long[Math.max(INITIAL, size)];
        times = new long[Math.max(INITIAL, size)];
        for (int i = 0; i < size; i++) {
            values[i] = in.readLong();
            times[i] = in.readLong();
        }
    }
}
