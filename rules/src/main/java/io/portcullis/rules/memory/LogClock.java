package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The latest event time of the log, milliseconds; it decides when silent entities are forgotten. A lone activity from
 * the future (a producer with a broken clock) does not move it, or it would make everyone else's past run out.
 */
final class LogClock {

    private static final long LEAP = 86_400_000;

    private long now = Long.MIN_VALUE;
    private long leapt = Long.MIN_VALUE;

    void advance(long time) {
        if (now == Long.MIN_VALUE || time <= now + LEAP) {
            now = Math.max(now, time);
            leapt = Long.MIN_VALUE;
        } else if (leapt == Long.MIN_VALUE) {
            leapt = time;
        } else {
            now = Math.min(leapt, time);
            leapt = Long.MIN_VALUE;
        }
    }

    long now() {
        return now;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(now);
        out.writeLong(leapt);
    }

    void read(DataInput in) throws IOException {
        now = in.readLong();
        leapt = in.readLong();
    }
}
