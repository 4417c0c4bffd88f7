package io.portcullis.rules.memory;

/** The sum of a field of the activities that a sliding window has seen. */
final class Sum extends Slot {

    private final int field;
    private final Window window;

    /**
     * @param field by {@link SumField#ordinal}
     * @param width milliseconds
     */
    Sum(int index, int field, long width) {
        super(index);
        this.field = field;
        this.window = new Window(index, 0, width, false);
    }

    @Override
    void fold(Touch touch) {
        long summand = touch.activity().sum(field);
        if (summand != 0) {
            window.add(touch.cells(), touch.time(), summand, touch.now());
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
