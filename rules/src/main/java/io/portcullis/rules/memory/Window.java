package io.portcullis.rules.memory;

/**
 * A sum over a sliding window {@code (now - width, now]}, O(1) amortised to add and to ask.
 *
 * <p>Exact while it holds at most {@value #EXACT} entries. Beyond that, entries share buckets of a 60th of
 * the window, which leave it whole when their first instant does: the answer then covers at least 59/60 of the window
 * and is never too high. An entry that comes late lands in its own place, or nowhere when the window has passed it.
 *
 * <p>In the slot's region lie, behind words that are the slot's own, the times of the entries, the oldest first. Where
 * entries have weights, these lie behind their times, and the sum of them lies before all entries.
 */
final class Window {

    /** The most entries that a window ever holds. */
    static final int EXACT = 64;

    /** Fewer than {@link #EXACT}, so that the first and the last, which the window cuts, fit too. */
    private static final int BUCKETS = 60;

    /** The slot's note while entries share buckets. */
    private static final int BUCKETED = 1;

    private final int slot;
    private final int reserved;
    private final long width;
    private final boolean counting;

    /**
     * @param slot whose region it shares
     * @param reserved how many words at the region's beginning are the slot's own
     * @param width milliseconds
     * @param counting whether every entry weighs one
     */
    Window(int slot, int reserved, long width, boolean counting) {
        this.slot = slot;
        this.reserved = reserved;
        this.width = width;
        this.counting = counting;
    }

    /** @param now the entity's clock: the latest time that it has seen, this entry's included */
    void add(Cells cells, long time, long weight, long now) {
        int used = counting ? reserved : reserved + 1;
        int at = cells.open(slot, used, used + 2);
        expire(cells, at, now);
        if (time <= now - width) {
            return;
        }
        if (isWeighted(cells, at)) {
            addWeighted(cells, at, time, weight);
        } else if (cells.used(at) - reserved < EXACT) {
            int offset = behind(cells, at, time, reserved, 1);
            at = cells.insert(slot, offset, 1);
            cells.set(at + offset, time);
        } else {
            giveWeights(cells, at);
            addWeighted(cells, cells.at(slot), time, weight);
        }
    }

    /** The sum of the weights. */
    long total(Cells cells, long now) {
        int at = cells.at(slot);
        if (at == Cells.NOWHERE) {
            return 0;
        }
        expire(cells, at, now);
        return isWeighted(cells, at) ? cells.get(at + reserved) : cells.used(at) - reserved;
    }

    /** How many entries it holds, of those that have weights from the beginning. */
    int entries(Cells cells) {
        int at = cells.at(slot);
        return at == Cells.NOWHERE ? 0 : (cells.used(at) - reserved - 1) / 2;
    }

    /** The time of the latest of those entries, of which there is one. */
    long latest(Cells cells) {
        int at = cells.at(slot);
        return cells.get(at + cells.used(at) - 2);
    }

    void expire(Cells cells, long now) {
        int at = cells.at(slot);
        if (at != Cells.NOWHERE) {
            expire(cells, at, now);
        }
    }

    private void expire(Cells cells, int at, long now) {
        if (isWeighted(cells, at)) {
            expireWeighted(cells, at, now - width);
            return;
        }
        int first = at + reserved;
        int behind = at + cells.used(at);
        int kept = first;
        while (kept < behind && cells.get(kept) <= now - width) {
            kept++;
        }
        if (kept > first) {
            cells.remove(at, reserved, kept - first);
        }
    }

    private boolean isWeighted(Cells cells, int at) {
        return !counting || cells.note(at) == BUCKETED;
    }

    private void expireWeighted(Cells cells, int at, long edge) {
        int first = at + reserved + 1;
        int behind = at + cells.used(at);
        int kept = first;
        long gone = 0;
        while (kept < behind && cells.get(kept) <= edge) {
            gone += cells.get(kept + 1);
            kept += 2;
        }
        if (kept > first) {
            cells.set(at + reserved, cells.get(at + reserved) - gone);
            cells.remove(at, reserved + 1, kept - first);
        }
        if (kept == behind && cells.note(at) == BUCKETED) {
            cells.note(at, 0);
            if (counting) {
                cells.remove(at, reserved, 1);
            }
        }
    }

    private void addWeighted(Cells cells, int at, long time, long weight) {
        if (cells.note(at) != BUCKETED && cells.used(at) - reserved - 1 == 2 * EXACT) {
            gatherIntoBuckets(cells, at);
        }
        boolean bucketed = cells.note(at) == BUCKETED;
        long instant = bucketed ? bucketOf(time) : time;
        int offset = behind(cells, at, instant, reserved + 1, 2);
        cells.set(at + reserved, cells.get(at + reserved) + weight);
        if (bucketed && offset > reserved + 1 && cells.get(at + offset - 2) == instant) {
            cells.set(at + offset - 1, cells.get(at + offset - 1) + weight);
            return;
        }
        int now = cells.insert(slot, offset, 2);
        cells.set(now + offset, instant);
        cells.set(now + offset + 1, weight);
    }

    /** Keeps entries in the order of time: behind those of the same time, which is most often the end. */
    private static int behind(Cells cells, int at, long time, int first, int stride) {
        int offset = cells.used(at);
        while (offset > first && cells.get(at + offset - stride) > time) {
            offset -= stride;
        }
        return offset;
    }

    /** Of entries that weigh one each, as many as a window ever holds. */
    private void giveWeights(Cells cells, int at) {
        int moved = cells.insert(slot, reserved, 1 + EXACT);
        cells.set(moved + reserved, EXACT);
        for (int i = 0; i < EXACT; i++) {
            long time = cells.get(moved + reserved + 1 + EXACT + i);
            cells.set(moved + reserved + 1 + 2 * i, time);
            cells.set(moved + reserved + 2 + 2 * i, 1);
        }
        gatherIntoBuckets(cells, moved);
    }

    /** In place: there are never more buckets than there were entries. */
    private void gatherIntoBuckets(Cells cells, int at) {
        int first = at + reserved + 1;
        int behind = at + cells.used(at);
        int last = first - 2;
        for (int entry = first; entry < behind; entry += 2) {
            long bucket = bucketOf(cells.get(entry));
            if (last >= first && cells.get(last) == bucket) {
                cells.set(last + 1, cells.get(last + 1) + cells.get(entry + 1));
            } else {
                last += 2;
                cells.set(last + 1, cells.get(entry + 1));
                cells.set(last, bucket);
            }
        }
        cells.remove(at, last + 2 - at, behind - last - 2);
        cells.note(at, BUCKETED);
    }

    private long bucketOf(long time) {
        return Math.floorDiv(time, bucketWidth()) * bucketWidth();
    }

    private long bucketWidth() {
        return (width + BUCKETS - 1) / BUCKETS;
    }
}
