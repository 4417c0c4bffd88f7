package io.portcullis.projections.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Event time as views keep it: whole microseconds since 1970, which both databases order and index as numbers. */
public final class EventTime {

    private static final long MICROS = 1_000_000;

    private EventTime() {}

    /** Rounded down to the microsecond. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1000;
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The number of the bucket that holds a time, buckets of {@code seconds} counted from 1970. */
    public static long bucket(long micros, long seconds) {
        return Math.floorDiv(micros, seconds * MICROS);
    }
}
