package io.portcullis.rules.memory;

import org.jspecify.annotations.Nullable;

/**
 * The sum of the amounts that a sliding window has seen in the currency of the latest one: 4500 yen are no more than 30
 * euros. Two currencies are summed at a time, which is bounded and enough for who pays in one and travels: a third takes
 * the place of the one with fewer amounts. A currency gives up its place when the window has passed its last amount.
 *
 * <p>An amount in a currency that the entity uses less often than another has nothing to be compared with, so the answer
 * is not a number then, and no comparison holds. An activity without an amount asks in the currency that is used most.
 *
 * <p>In its region lies, before the window, the currency; in that of its {@link Aside}, the same of the other one.
 */
final class Amounts extends Slot {

    private static final int FIELD = SumField.AMOUNT.ordinal();

    private final int aside;
    private final Window window;
    private final Window other;

    /**
     * @param aside the slot of the other currency
     * @param width milliseconds
     */
    Amounts(int index, int aside, long width) {
        super(index);
        this.aside = aside;
        this.window = window(index, width);
        this.other = window(aside, width);
    }

    /** The slot of the second currency, which {@link Amounts} fills. */
    static final class Aside extends Slot {

        private final Window window;

        Aside(int index, long width) {
            super(index);
            this.window = window(index, width);
        }

        @Override
        void fold(Touch touch) {}

        @Override
        void expire(Cells cells, long now) {
            window.expire(cells, now);
        }
    }

    private static Window window(int slot, long width) {
        return new Window(slot, 1, width, false);
    }

    @Override
    void fold(Touch touch) {
        Observation activity = touch.activity();
        if (activity.sum(FIELD) != 0) {
            add(touch.cells(), touch.time(), activity.sum(FIELD), activity.hash(Dimension.CURRENCY), touch.now());
        }
    }

    private void add(Cells cells, long time, long summand, long currency, long now) {
        window.expire(cells, now);
        other.expire(cells, now);
        Window mine = in(cells, currency);
        if (mine == null) {
            mine = place(cells);
            cells.forget(slot(mine));
        }
        mine.add(cells, time, summand, now);
        cells.set(cells.at(slot(mine)), currency);
    }

    /** Where the currency is summed; null where it is not. */
    private @Nullable Window in(Cells cells, long currency) {
        if (window.entries(cells) > 0 && cells.get(cells.at(index)) == currency) {
            return window;
        }
        return other.entries(cells) > 0 && cells.get(cells.at(aside)) == currency ? other : null;
    }

    /** For one that is not summed yet: the place with fewer amounts or, of two alike, the one that was used less lately. */
    private Window place(Cells cells) {
        int more = window.entries(cells) - other.entries(cells);
        boolean first = more == 0 ? window.entries(cells) == 0 || window.latest(cells) < other.latest(cells) : more < 0;
        return first ? window : other;
    }

    private int slot(Window of) {
        return of == window ? index : aside;
    }

    /** In the currency of the activity. */
    double total(EntityMemory entity, Observation activity) {
        long now = entity.lastSeen();
        window.expire(entity, now);
        other.expire(entity, now);
        Window most = window.entries(entity) >= other.entries(entity) ? window : other;
        if (activity.sum(FIELD) == 0 || most.entries(entity) == 0) {
            return most.total(entity, now);
        }
        Window mine = in(entity, activity.hash(Dimension.CURRENCY));
        return mine != null && mine.entries(entity) == most.entries(entity) ? mine.total(entity, now) : Double.NaN;
    }

    @Override
    void expire(Cells cells, long now) {
        window.expire(cells, now);
    }
}
