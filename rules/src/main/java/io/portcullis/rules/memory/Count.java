package io.portcullis.rules.memory;

/** How many activities a sliding window has seen. */
final class Count extends Slot {

    private final Window window;

    /** @param width milliseconds */
    Count(int index, long width) {
        super(index);
        this.window = new Window(index, 0, width, true);
    }

    @Override
    void fold(Touch touch) {
        window.add(touch.cells(), touch.time(), 1, touch.now());
    }

    long total(EntityMemory entity) {
        return window.total(entity, entity.lastSeen());
    }

    @Override
    void expire(Cells cells, long now) {
        window.expire(cells, now);
    }
}
