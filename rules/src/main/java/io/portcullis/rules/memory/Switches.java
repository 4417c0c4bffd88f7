package io.portcullis.rules.memory;

/**
 * How often, in a window, an activity had another value of a dimension than the one before it. Who moves switches once;
 * two who share an account switch as often as they take turns.
 *
 * <p>In its region lies the latest value, and behind it the window.
 */
final class Switches extends Slot {

    private final int dimension;
    private final Window window;

    /**
     * @param dimension by {@link Dimension#index}
     * @param width milliseconds
     */
    Switches(int index, int dimension, long width) {
        super(index);
        this.dimension = dimension;
        this.window = new Window(index, 1, width, true);
    }

    @Override
    void fold(Touch touch) {
        long value = touch.activity().hash(dimension);
        if (value == 0) {
            return;
        }
        Cells cells = touch.cells();
        int at = cells.open(index, 1, 1);
        long last = cells.get(at);
        cells.set(at, value);
        if (last != 0 && last != value) {
            window.add(cells, touch.time(), 1, touch.now());
        }
    }

    long total(EntityMemory entity) {
        return window.total(entity, entity.lastSeen());
    }

    @Override
    void expire(Cells cells, long now) {
        window.expire(cells, now);
    }
}
