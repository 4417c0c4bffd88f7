package io.portcullis.projections.risk;

import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many activities of each tally an entity had in the last hour, day, week and 30 days. A window is counted in
 * whole buckets, of 5 minutes for the hour, an hour for the day, a day for the others.
 */
final class WindowedCounts {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Buckets minutes = new Buckets(5 * MINUTE, 13);
    private final Buckets hours = new Buckets(HOUR, 25);
    private final Buckets days = new Buckets(DAY, 31);

    void add(long micros, int tallies) {
        minutes.add(micros, tallies);
        hours.add(micros, tallies);
        days.add(micros, tallies);
    }

    /** The counts that are not zero, by window ({@code 1h}, {@code 24h}, {@code 7d}, {@code 30d}) and tally. */
    Map<String, Map<String, Long>> until(long micros) {
        Map<String, Map<String, Long>> windows = new LinkedHashMap<>();
        windows.put("1h", named(minutes.sums(micros, HOUR)));
        windows.put("24h", named(hours.sums(micros, DAY)));
        windows.put("7d", named(days.sums(micros, 7 * DAY)));
        windows.put("30d", named(days.sums(micros, 30 * DAY)));
        return windows;
    }

    private static Map<String, Long> named(long[] sums) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Tally tally : Tally.values()) {
            if (sums[tally.ordinal()] > 0) {
                named.put(tally.label(), sums[tally.ordinal()]);
            }
        }
        return named;
    }

    void write(ByteOutput out) {
        minutes.write(out);
        hours.write(out);
        days.write(out);
    }

    void read(ByteInput in) {
        minutes.read(in);
        hours.read(in);
        days.read(in);
    }
}
