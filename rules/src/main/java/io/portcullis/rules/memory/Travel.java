package io.portcullis.rules.memory;

/**
 * How fast an entity would have had to travel from where it was last seen to where it is now. Places nearer than
 * {@value #NEAR_KM} km count as one: no source tells them apart well.
 *
 * <p>In its region lie the latitude and the longitude of the latest place, the time there, and the speed.
 */
final class Travel extends Slot {

    static final int NEAR_KM = 100;

    /** Clocks differ, and nobody tells the time of a click more exactly. */
    private static final double SHORTEST_HOURS = 1 / 60.0;

    private static final double MS_OF_AN_HOUR = 3_600_000;

    private static final int WORDS = 4;

    Travel(int index) {
        super(index);
    }

    @Override
    void fold(Touch touch) {
        add(touch.cells(), touch.time(), touch.activity().place());
    }

    void add(Cells cells, long time, Place place) {
        int at = cells.at(index);
        if (at == Cells.NOWHERE) {
            if (place.isKnown()) {
                moveTo(cells, cells.open(index, WORDS, WORDS), time, place);
            }
            return;
        }
        cells.set(at + 3, Double.doubleToLongBits(place.isKnown() ? speed(cells, at, time, place) : 0));
        if (place.isKnown() && time >= cells.get(at + 2)) {
            moveTo(cells, at, time, place);
        }
    }

    private static double speed(Cells cells, int at, long time, Place place) {
        Place last = new Place(Double.longBitsToDouble(cells.get(at)), Double.longBitsToDouble(cells.get(at + 1)));
        double km = last.kilometresTo(place);
        long ms = Math.abs(time - cells.get(at + 2));
        return km >= NEAR_KM ? km / Math.max(ms / MS_OF_AN_HOUR, SHORTEST_HOURS) : 0;
    }

    private static void moveTo(Cells cells, int at, long time, Place place) {
        cells.set(at, Double.doubleToLongBits(place.latitude()));
        cells.set(at + 1, Double.doubleToLongBits(place.longitude()));
        cells.set(at + 2, time);
    }

    /** Kilometres an hour; 0 when it did not move, or nobody knows. */
    double speed(Cells cells) {
        int at = cells.at(index);
        return at == Cells.NOWHERE ? 0 : Double.longBitsToDouble(cells.get(at + 3));
    }
}
