package io.portcullis.rules.memory;

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
 *
 * <p>In its region lie the values, by the time of their latest sighting, the oldest first; behind each, its stamp: that
 * time and the level that it was sampled at. While it samples, what the values stand for, and when there were last
 * known to be more than {@value #EXACT}, lie before them; and it notes the level that it samples at, and one more.
 */
final class DistinctSet extends Slot {

    static final int EXACT = 256;

    /** With fewer values than this, it samples more of the new ones. */
    private static final int FEW = 96;

    private static final long NEVER = Long.MIN_VALUE;

    /** Words of a value, and words before all of them while it samples. */
    private static final int ENTRY = 2;

    private static final int SAMPLING = 2;

    private static final int LEVEL_BITS = 6;

    private final int dimension;
    private final long width;

    /**
     * @param dimension whose values it counts, by {@link Dimension#index}
     * @param width milliseconds
     */
    DistinctSet(int index, int dimension, long width) {
        super(index);
        this.dimension = dimension;
        this.width = width;
    }

    @Override
    void fold(Touch touch) {
        long value = touch.activity().hash(dimension);
        if (value != 0 && add(touch.cells(), touch.time(), value, touch.now())) {
            touch.foundNew(index);
        }
    }

    /**
     * @param now the entity's clock: the latest time that it has seen, this value's included
     * @return whether the window had not seen the value; false beyond {@value #EXACT} values, which tell nothing new
     */
    boolean add(Cells cells, long time, long value, long now) {
        int at = cells.open(index, 0, ENTRY);
        if (isLatestAgain(cells, at, time, value, now)) {
            cells.set(at + cells.used(at) - 1, stamp(time, 0));
            return false;
        }
        expire(cells, at, now);
        sampleMoreAfterAnAttack(cells, at);
        if (time <= now - width || !isSampled(value, level(cells, at))) {
            return false;
        }
        int found = find(cells, at, value);
        if (found >= 0) {
            if (time(cells, found) < time) {
                renew(cells, at, found, time);
            }
            return false;
        }
        boolean novel = level(cells, at) == 0;
        if (size(cells, at) == EXACT) {
            sampleLess(cells, now);
        }
        if (isSampled(value, level(cells, cells.at(index)))) {
            insert(cells, time, value);
        }
        return novel;
    }

    /** What happens most: nothing expires, and the value is the one that was seen last. */
    private boolean isLatestAgain(Cells cells, int at, long time, long value, long now) {
        int latest = at + cells.used(at) - ENTRY;
        return latest >= at
                && cells.get(latest) == value
                && !isSampling(cells, at)
                && time(cells, at) > now - width
                && time(cells, latest) <= time;
    }

    /** The number of distinct values, estimated beyond {@value #EXACT}. */
    long size(EntityMemory entity) {
        return size(entity, entity.lastSeen());
    }

    long size(Cells cells, long now) {
        int at = cells.at(index);
        if (at == Cells.NOWHERE) {
            return 0;
        }
        expire(cells, at, now);
        if (!isSampling(cells, at)) {
            return size(cells, at);
        }
        return exceeded(cells, at) == NEVER ? total(cells, at) : Math.max(total(cells, at), EXACT);
    }

    @Override
    void expire(Cells cells, long now) {
        int at = cells.at(index);
        if (at != Cells.NOWHERE) {
            expire(cells, at, now);
        }
    }

    private void expire(Cells cells, int at, long now) {
        long edge = now - width;
        boolean sampling = isSampling(cells, at);
        if (sampling && exceeded(cells, at) <= edge) {
            exceeded(cells, at, NEVER);
        }
        int first = first(cells, at);
        int behind = at + cells.used(at);
        int kept = first;
        long gone = 0;
        while (kept < behind && time(cells, kept) <= edge) {
            gone += weight(cells, kept);
            kept += ENTRY;
        }
        if (kept > first) {
            if (sampling) {
                total(cells, at, total(cells, at) - gone);
            }
            cells.remove(at, first - at, kept - first);
        }
    }

    /** Latest first: a value that is seen again has most often just been seen. */
    private static int find(Cells cells, int at, long value) {
        int first = first(cells, at);
        int entry = at + cells.used(at) - ENTRY;
        while (entry >= first && cells.get(entry) != value) {
            entry -= ENTRY;
        }
        return entry >= first ? entry : -1;
    }

    private void renew(Cells cells, int at, int entry, long time) {
        long value = cells.get(entry);
        int next = entry + ENTRY;
        int behind = at + cells.used(at);
        while (next < behind && time(cells, next) <= time) {
            next += ENTRY;
        }
        if (isSampling(cells, at)) {
            total(cells, at, total(cells, at) - weight(cells, entry) + (1L << level(cells, at)));
        }
        cells.move(entry + ENTRY, entry, next - entry - ENTRY);
        cells.set(next - ENTRY, value);
        cells.set(next - ENTRY + 1, stamp(time, level(cells, at)));
    }

    private void insert(Cells cells, long time, long value) {
        int at = cells.at(index);
        int first = first(cells, at);
        int entry = at + cells.used(at);
        while (entry > first && time(cells, entry - ENTRY) > time) {
            entry -= ENTRY;
        }
        int offset = entry - at;
        int moved = cells.insert(index, offset, ENTRY);
        int level = level(cells, moved);
        cells.set(moved + offset, value);
        cells.set(moved + offset + 1, stamp(time, level));
        if (isSampling(cells, moved)) {
            total(cells, moved, total(cells, moved) + (1L << level));
        }
    }

    private void sampleLess(Cells cells, long now) {
        int at = cells.at(index);
        if (!isSampling(cells, at)) {
            at = cells.insert(index, 0, SAMPLING);
            cells.note(at, 1);
        }
        exceeded(cells, at, now);
        while (size(cells, at) == EXACT) {
            int level = level(cells, at) + 1;
            cells.note(at, level + 1);
            int kept = first(cells, at);
            long total = 0;
            for (int entry = kept; entry < at + cells.used(at); entry += ENTRY) {
                long value = cells.get(entry);
                if (isSampled(value, level)) {
                    int known = (int) cells.get(entry + 1) & (1 << LEVEL_BITS) - 1;
                    long stamp = stamp(time(cells, entry), Math.max(level, known));
                    cells.set(kept, value);
                    cells.set(kept + 1, stamp);
                    total += weight(cells, kept);
                    kept += ENTRY;
                }
            }
            cells.remove(at, kept - at, at + cells.used(at) - kept);
            total(cells, at, total);
        }
    }

    /** What was refused meanwhile stays represented by what was kept of its time. */
    private static void sampleMoreAfterAnAttack(Cells cells, int at) {
        if (!isSampling(cells, at)) {
            return;
        }
        int level = level(cells, at);
        int size = size(cells, at);
        if (level > 0 && size < FEW) {
            level = size == 0 ? 0 : level - 1;
            cells.note(at, level + 1);
        }
        if (level == 0 && total(cells, at) == size && exceeded(cells, at) == NEVER) {
            cells.note(at, 0);
            cells.remove(at, 0, SAMPLING);
        }
    }

    private static boolean isSampling(Cells cells, int at) {
        return cells.note(at) != 0;
    }

    private static boolean isSampled(long value, int level) {
        return (value & (1L << level) - 1) == 0;
    }

    /** The level that new values are sampled at. */
    private static int level(Cells cells, int at) {
        return Math.max(0, cells.note(at) - 1);
    }

    private static int first(Cells cells, int at) {
        return isSampling(cells, at) ? at + SAMPLING : at;
    }

    /** How many values it holds. */
    private static int size(Cells cells, int at) {
        return (at + cells.used(at) - first(cells, at)) / ENTRY;
    }

    private static long stamp(long time, int level) {
        return time << LEVEL_BITS | level;
    }

    private static long time(Cells cells, int entry) {
        return cells.get(entry + 1) >> LEVEL_BITS;
    }

    private static long weight(Cells cells, int entry) {
        return 1L << cells.get(entry + 1); // of which Java takes the lowest 6 bits
    }

    /** What the values stand for. */
    private static long total(Cells cells, int at) {
        return cells.get(at);
    }

    private static void total(Cells cells, int at, long total) {
        cells.set(at, total);
    }

    /** When there were last known to be more than {@value #EXACT}. */
    private static long exceeded(Cells cells, int at) {
        return cells.get(at + 1);
    }

    private static void exceeded(Cells cells, int at, long time) {
        cells.set(at + 1, time);
    }
}
