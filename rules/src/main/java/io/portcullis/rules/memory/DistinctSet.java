package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many distinct values a sliding window {@code (now - width, now]} has seen, by their 64-bit hashes.
 *
 * <p>Exact up to {@value #EXACT} values. Beyond that it is Wegman's adaptive sampling: of new values, it keeps those
 * whose hash ends in {@code level} zero bits, and each stands for 2^level. The standard error is about 1/sqrt(128), 9 %;
 * while an attack fades, 9 % of the most that the window has held. However many values an attacker sends, it holds at
 * most {@value #EXACT}, and refuses most new ones without looking for them.
 *
 * <p>Nor can he choose values that the sample leaves out, to be taken for one who sent none: for the width of a window
 * after it has seen more than {@value #EXACT}, it answers no fewer.
 */
final class DistinctSet extends Slot {

    static final int EXACT = 256;

    /** With fewer values than this, it samples more of the new ones. */
    private static final int FEW = 96;

    private static final int INITIAL = 2;
    private static final long NEVER = Long.MIN_VALUE;

    private final long width;

    /** By the time of each value's latest sighting, the oldest first. */
    private long[] values = new long[INITIAL];

    private long[] times = new long[INITIAL];
    /** The level that each value was sampled at; null while all are 0. */
    private byte @Nullable [] levels;

    private int size;
    private int level;
    /** Of what the values stand for. */
    private long total;

    /** When there were last known to be more than {@value #EXACT}. */
    private long exceeded = NEVER;

    /** Whether the latest value is one that the window had not seen: of the present activity alone, so not kept. */
    private boolean novel;

    /** @param width milliseconds */
    DistinctSet(long width) {
        this.width = width;
    }

    /** @param now the entity's clock: the latest time that it has seen, this value's included */
    void add(long time, long value, long now) {
        expire(now);
        sampleMoreAfterAnAttack();
        novel = false;
        if (time <= now - width || !isSampled(value)) {
            return;
        }
        int at = find(value);
        if (at >= 0) {
            if (times[at] >= time) {
                return;
            }
            remove(at);
        } else {
            novel = level == 0;
        }
        if (at < 0 && size == EXACT) {
            exceeded = now;
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
        return exceeded == NEVER ? total : Math.max(total, EXACT);
    }

    /** Whether the latest value was new to the window; false beyond {@value #EXACT} values, which tell nothing new. */
    boolean isNovel() {
        return novel;
    }

    /** The latest activity has no value. */
    void skip() {
        novel = false;
    }

    private boolean isSampled(long value) {
        return (value & (1L << level) - 1) == 0;
    }

    private byte level(int at) {
        return levels == null ? 0 : levels[at];
    }

    private long weight(int at) {
        return 1L << level(at);
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
        byte[] known = levels == null ? new byte[values.length] : levels;
        levels = known;
        while (size == EXACT) {
            level++;
            int kept = 0;
            total = 0;
            for (int i = 0; i < size; i++) {
                if (isSampled(values[i])) {
                    values[kept] = values[i];
                    times[kept] = times[i];
                    known[kept] = (byte) Math.max(level, known[i]);
                    total += weight(kept);
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
            levels = levels == null ? null : Arrays.copyOf(levels, size * 2);
        }
        int at = size;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        move(at, at + 1, size - at);
        values[at] = value;
        times[at] = time;
        if (levels != null) {
            levels[at] = (byte) level;
        }
        total += 1L << level;
        size++;
    }

    private void remove(int at) {
        total -= weight(at);
        size--;
        move(at + 1, at, size - at);
    }

    private void move(int from, int to, int count) {
        if (count == 0) {
            return;
        }
        System.arraycopy(values, from, values, to, count);
        System.arraycopy(times, from, times, to, count);
        if (levels != null) {
            System.arraycopy(levels, from, levels, to, count);
        }
    }

    @Override
    void expire(long now) {
        long edge = now - width;
        exceeded = exceeded <= edge ? NEVER : exceeded;
        if (size == 0 || times[0] > edge) {
            return;
        }
        int gone = 0;
        while (gone < size && times[gone] <= edge) {
            total -= weight(gone);
            gone++;
        }
        size -= gone;
        move(gone, 0, size);
    }

    /** What was refused meanwhile stays represented by what was kept of its time. */
    private void sampleMoreAfterAnAttack() {
        if (level > 0 && size < FEW) {
            level = size == 0 ? 0 : level - 1;
        }
        if (level == 0 && total == size) {
            levels = null;
        }
    }

    @Override
    void write(DataOutput out) throws IOException {
        out.writeByte(level);
        out.writeLong(exceeded);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(values[i]);
            out.writeLong(times[i]);
            out.writeByte(level(i));
        }
    }

    @Override
    void read(DataInput in) throws IOException {
        level = in.readByte();
        exceeded = in.readLong();
        size = in.readInt();
        int capacity = Math.max(INITIAL, size);
        values = new long[capacity];
        times = new long[capacity];
        byte[] read = new byte[capacity];
        total = 0;
        for (int i = 0; i < size; i++) {
            values[i] = in.readLong();
            times[i] = in.readLong();
            read[i] = in.readByte();
            total += 1L << read[i];
        }
        levels = level == 0 && total == size ? null : read;
    }
}
