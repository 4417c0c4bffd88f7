package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The latest event time of the log, milliseconds; it decides when silent entities are forgotten. Activities from the
 * future (a producer with a broken clock) do not move it, or they would make everyone else's past run out: it takes
 * {@value #WITNESSES} in a row, with nobody in between who is still in the present.
 */
final class LogClock {

    static final int WITNESSES = 64;

    private static final long LEAP = 86_400_000;

    private long now = Long.MIN_VALUE;
    private long leapt = Long.MIN_VALUE;
    private int witnesses;

    void advance(long time) {
        if (now == Long.MIN_VALUE || time <= now + LEAP) {
            now = Math.max(now, time);
            forgetLeap();
        } else {
            leapt = witnesses == 0 ? time : Math.min(leapt, time);
            witnesses++;
            if (witnesses == WITNESSES) {
                now = leapt;
                forgetLeap();
            }
        }
    }

    private void forgetLeap() {
        leapt = Long.MIN_VALUE;
        witnesses = 0;
    }

    long now() {
        return now;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(now);
        out.writeLong(leapt);
        out.writeByte(witnesses);
    }

    void read(DataInput in) throws IOException {
        now = in.readLong();
        leapt = in.readLong();
        witnesses = in.readByte();
    }
}
