package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An entity's risk from earlier decisions, 0 to 100, which halves every {@value #HALF_LIFE_HOURS} hours. A decision
 * that accuses the entity raises it to its score, and never lowers it.
 */
final class Standing extends Slot {

    static final int HALF_LIFE_HOURS = 24;

    private static final double HALF_LIFE_MS = HALF_LIFE_HOURS * 3_600_000.0;

    private double risk;
    private long at = Long.MIN_VALUE;

    void raise(int score, long now) {
        double decayed = risk(now);
        risk = Math.max(decayed, score);
        at = Math.max(at, now);
    }

    /** StrictMath, because every machine has to come to the same decision. */
    double risk(long now) {
        return now <= at || risk == 0 ? risk : risk * StrictMath.pow(2, -(now - at) / HALF_LIFE_MS);
    }

    @Override
    void expire(long now) {}

    @Override
    void write(DataOutput out) throws IOException {
        out.writeDouble(risk);
        out.writeLong(at);
    }

    @Override
    void read(DataInput in) throws IOException {
        risk = in.readDouble();
        at = in.readLong();
    }
}
