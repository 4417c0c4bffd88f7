package io.portcullis.rules.memory;

/**
 * An entity's risk from earlier decisions, 0 to 100, which halves every {@value #HALF_LIFE_HOURS} hours. A decision
 * that accuses the entity raises it to its score, and never lowers it.
 *
 * <p>In its region lie the risk and its time.
 */
final class Standing extends Slot {

    static final int HALF_LIFE_HOURS = 24;

    private static final double HALF_LIFE_MS = HALF_LIFE_HOURS * 3_600_000.0;

    private static final int WORDS = 2;

    Standing(int index) {
        super(index);
    }

    @Override
    void fold(Touch touch) {
        throw new IllegalStateException("no activity raises a standing");
    }

    void raise(Cells cells, int score, long now) {
        double risk = Math.max(risk(cells, now), score);
        boolean first = cells.at(index) == Cells.NOWHERE;
        int at = cells.open(index, WORDS, WORDS);
        cells.set(at, Double.doubleToLongBits(risk));
        cells.set(at + 1, first ? now : Math.max(cells.get(at + 1), now));
    }

    /** StrictMath, because every machine has to come to the same decision. */
    double risk(Cells cells, long now) {
        int at = cells.at(index);
        if (at == Cells.NOWHERE) {
            return 0;
        }
        double risk = Double.longBitsToDouble(cells.get(at));
        long past = now - cells.get(at + 1);
        return past <= 0 || risk == 0 ? risk : risk * StrictMath.pow(2, -past / HALF_LIFE_MS);
    }
}
