package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A place on earth.
 *
 * @param latitude degrees, -90 to 90; {@code NaN} where it is not known
 * @param longitude degrees, -180 to 180; {@code NaN} where it is not known
 */
public record Place(double latitude, double longitude) {

    public static final Place UNKNOWN = new Place(Double.NaN, Double.NaN);

    private static final double EARTH_RADIUS_KM = 6371;

    /** {@link #UNKNOWN} where the degrees are none; or both 0, in the Gulf of Guinea, where look-ups that fail lead. */
    public static Place of(double latitude, double longitude) {
        boolean nowhere = latitude == 0 && longitude == 0;
        return !nowhere && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
                ? new Place(latitude, longitude)
                : UNKNOWN;
    }

    public boolean isKnown() {
        return !Double.isNaN(latitude);
    }

    /** Along the great circle, by the haversine formula. StrictMath, because every machine has to come to the same. */
    double kilometresTo(Place other) {
        double lat = Math.toRadians(latitude);
        double otherLat = Math.toRadians(other.latitude);
        double north = StrictMath.sin((otherLat - lat) / 2);
        double east = StrictMath.sin(Math.toRadians(other.longitude - longitude) / 2);
        double square = north * north + StrictMath.cos(lat) * StrictMath.cos(otherLat) * east * east;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.sqrt(Math.min(1, square)));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(latitude);
        out.writeDouble(longitude);
    }

    static Place read(DataInput in) throws IOException {
        return new Place(in.readDouble(), in.readDouble());
    }
}
