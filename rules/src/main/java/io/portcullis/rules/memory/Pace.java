package io.portcullis.rules.memory;

/**
 * How regular the times between activities are: the standard deviation of the latest gaps over their mean. A machine
 * that waits a fixed time comes near 0, events that have nothing to do with each other near 1, people in bursts above.
 *
 * <p>In its region lie the latest times, the oldest first.
 */
final class Pace extends Slot {

    /** The latest times that are kept. */
    static final int KEPT = 32;

    /** With fewer gaps there is no telling. */
    private static final int ENOUGH = 16;

    private static final int INITIAL = 4;

    Pace(int index) {
        super(index);
    }

    @Override
    void fold(Touch touch) {
        add(touch.cells(), touch.time());
    }

    void add(Cells cells, long time) {
        int at = cells.open(index, 0, INITIAL);
        if (cells.used(at) == KEPT) {
            cells.remove(at, 0, 1);
        }
        int offset = cells.used(at);
        while (offset > 0 && cells.get(at + offset - 1) > time) {
            offset--;
        }
        cells.set(cells.insert(index, offset, 1) + offset, time);
    }

    /** 0 for a metronome; 1, as for chance, while there are too few activities to tell. */
    double irregularity(Cells cells) {
        int at = cells.at(index);
        int gaps = at == Cells.NOWHERE ? 0 : cells.used(at) - 1;
        if (gaps < ENOUGH || cells.get(at + gaps) == cells.get(at)) {
            return 1;
        }
        double mean = (double) (cells.get(at + gaps) - cells.get(at)) / gaps;
        double squares = 0;
        for (int i = 1; i <= gaps; i++) {
            double off = cells.get(at + i) - cells.get(at + i - 1) - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / gaps) / mean;
    }
}
