package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How fast an entity would have had to travel from where it was last seen to where it is now. Places nearer than
 * {@value #NEAR_KM} km count as one: no source tells them apart well.
 */
final class Travel extends Slot {

    static final int NEAR_KM = 100;

    /** Clocks differ, and nobody tells the time of a click more exactly. */
    private static final double SHORTEST_HOURS = 1 / 60.0;

    private static final double MS_OF_AN_HOUR = 3_600_000;

    private Place last = Place.UNKNOWN;
    private long at;
    private double speed;

    void add(long time, Place place) {
        speed = 0;
        if (last.isKnown()) {
            double km = last.kilometresTo(place);
            if (km >= NEAR_KM) {
                speed = km / Math.max(Math.abs(time - at) / MS_OF_AN_HOUR, SHORTEST_HOURS);
            }
        }
        if (!last.isKnown() || time >= at) {
            last = place;
            at = time;
        }
    }

    /** The latest activity tells no place. */
    void skip() {
        speed = 0;
    }

    /** Kilometres an hour; 0 when it did not move, or nobody knows. */
    double speed() {
        return speed;
    }

    @Override
    void expire(long now) {}

    @Override
    void write(DataOutput out) throws IOException {
        last.write(out);
        out.writeLong(at);
        out.writeDouble(speed);
    }

    @Override
    void read(DataInput in) throws IOException {
        last = Place.read(in);
        at = in.readLong();
        speed = in.readDouble();
    }
}
