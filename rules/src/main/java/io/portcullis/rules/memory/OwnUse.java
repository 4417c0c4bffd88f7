package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;

/**
 * How often an entity uses each endpoint in the current window; see {@link Peers}, whose windows are the same. It is
 * counted here and not by the endpoint, which could not tell a hundred thousand peers apart: so it is exact, however
 * many others there are. Of more than {@value #MOST} endpoints, the one that was used least makes room: a count may be
 * too low, never too high.
 *
 * <p>In its region lie the number of the window and, for each endpoint, the upper bits of its hash and the count.
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
        if (found < behind) {
            cells.set(found, Tallied.more(cells.get(found)));
        } else if (behind - at - 1 < MOST) {
            int offset = behind - at;
            cells.set(cells.insert(index, offset, 1) + offset, Tallied.one(endpoint));
        } else {
            cells.set(least(cells, at), Tallied.one(endpoint));
        }
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

    private static int least(Cells cells, int at) {
        int least = at + 1;
        for (int word = at + 2; word < at + cells.used(at); word++) {
            if (Tallied.count(cells.get(word)) < Tallied.count(cells.get(least))) {
                least = word;
            }
        }
        return least;
    }
}
