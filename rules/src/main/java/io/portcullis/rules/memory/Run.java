package io.portcullis.rules.memory;

/**
 * How long resources have come in the order of their numbers: item-41, item-42, item-44 … A number that repeats neither
 * lengthens the run nor ends it; a step of more than {@value #STRIDE}, or the other way, begins anew.
 *
 * <p>In its region lie the latest number, its time, and the run's length, negative where the numbers descend.
 */
final class Run extends Slot {

    /** The largest step between two neighbours. */
    static final int STRIDE = 3;

    private static final long PAUSE = 600_000;

    private static final int WORDS = 3;

    Run(int index) {
        super(index);
    }

    @Override
    void fold(Touch touch) {
        long number = touch.activity().number();
        if (number >= 0) {
            add(touch.cells(), touch.time(), number);
        }
    }

    /** @param number of the resource, 0 or more */
    void add(Cells cells, long time, long number) {
        int at = cells.open(index, WORDS, WORDS);
        long run = cells.get(at + 2);
        long step = number - cells.get(at);
        boolean near = run != 0 && Math.abs(step) <= STRIDE && time - cells.get(at + 1) <= PAUSE;
        cells.set(at + 1, time);
        if (near && step == 0) {
            return;
        }
        boolean continues = near && (run == 1 || step < 0 == run < 0);
        long length = continues ? Math.abs(run) + 1 : 1;
        cells.set(at, number);
        cells.set(at + 2, length > 1 && step < 0 ? -length : length);
    }

    long length(Cells cells) {
        int at = cells.at(index);
        return at == Cells.NOWHERE ? 0 : Math.abs(cells.get(at + 2));
    }
}
