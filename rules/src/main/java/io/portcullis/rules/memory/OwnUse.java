package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;

/**
 * How often an entity uses each endpoint in the current window; see {@link Peers}, whose windows are the same. It is
 * counted here and not by the endpoint, which could not tell a hundred thousand peers apart: so it is exact, however
 * many others there are. Of more than {@value #MOST} endpoints, the one that was not used for longest makes room: a count may
 * be too low, never too high; and it is right for whatever is used again and again.
 *
 * <p>In its region lie the number of the window and, for each endpoint, the upper bits of its hash and the count, the
 * latest one first.
 */
final class OwnUse extends Slot {

    /** The most endpoints that are told apart in a window. */
    static final int MOST = 16;

    private static final int ENDPOINT = EntityKind.ENDPOINT.ordinal();

    private final long width;

    /** @param width of a window, milliseconds */
    OwnUse(int index, long width) {
        super(index);
        this.width = width;
    }

    @Override
    void fold(Touch touch) {
        long endpoint = touch.activity().hash(ENDPOINT);
        if (endpoint != 0 && !touch.isFromTheFuture()) {
            add(touch.cells(), touch.time(), endpoint);
        }
    }

    void add(Cells cells, long time, long endpoint) {
        long window = Math.floorDiv(time, width);
        int at = cells.open(index, 1, 2);
        if (cells.used(at) == 1 || window > cells.get(at)) {
            cells.remove(at, 1, cells.used(at) - 1);
            cells.set(at, window);
        }
        if (window < cells.get(at)) {
            return;
        }
        int behind = at + cells.used(at);
        int found = find(cells, at, endpoint);
        long used = found < behind ? Tallied.more(cells.get(found)) : Tallied.one(endpoint);
        if (found == behind && behind - at - 1 < MOST) {
            int offset = behind - at;
            at = cells.insert(index, offset, 1);
            found = at + offset;
        }
        toFront(cells, at, Math.min(found, at + MOST), used);
    }

    /** @param last whose word is given up */
    private static void toFront(Cells cells, int at, int last, long used) {
        for (int word = last; word > at + 1; word--) {
            cells.set(word, cells.get(word - 1));
        }
        cells.set(at + 1, used);
    }

    /** @param time of the activity that asks: once it is past the window, nothing was used yet */
    long count(Cells cells, long time, long endpoint) {
        int at = cells.at(index);
        if (at == Cells.NOWHERE || Math.floorDiv(time, width) > cells.get(at)) {
            return 0;
        }
        int found = find(cells, at, endpoint);
        return found < at + cells.used(at) ? Tallied.count(cells.get(found)) : 0;
    }

    /** Where the endpoint is, or behind all of them. */
    private static int find(Cells cells, int at, long endpoint) {
        int behind = at + cells.used(at);
        int found = at + 1;
        while (found < behind && !Tallied.isOf(cells.get(found), endpoint)) {
            found++;
        }
        return found;
    }
}
