package io.portcullis.rules.memory;

/** When something last happened. */
final class Last extends Slot {

    Last(int index) {
        super(index);
    }

    @Override
    void fold(Touch touch) {
        add(touch.cells(), touch.time());
    }

    void add(Cells cells, long time) {
        int at = cells.at(index);
        if (at == Cells.NOWHERE) {
            cells.set(cells.open(index, 1, 1), time);
        } else {
            cells.set(at, Math.max(cells.get(at), time));
        }
    }

    boolean isKnown(Cells cells) {
        return cells.at(index) != Cells.NOWHERE;
    }

    /** Where it is known, milliseconds. */
    long time(Cells cells) {
        return cells.get(cells.at(index));
    }
}
