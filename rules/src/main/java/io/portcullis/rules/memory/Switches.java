package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often, in a window, an activity had another value of a dimension than the one before it. Who moves switches once;
 * two who share an account switch as often as they take turns.
 */
final class Switches extends Slot {

    private final Window times;
    private long last;

    /** @param width milliseconds */
    Switches(long width) {
        this.times = new Window(width, true);
    }

    /** @param now the entity's clock: the latest time that it has seen, this value's included */
    void add(long time, long value, long now) {
        if (last != 0 && last != value) {
            times.add(time, 1, now);
        }
        last = value;
    }

    long count(long now) {
        return times.total(now);
    }

    @Override
    void expire(long now) {
        times.expire(now);
    }

    @Override
    void write(DataOutput out) throws IOException {
        out.writeLong(last);
        times.write(out);
    }

    @Override
    void read(DataInput in) throws IOException {
        last = in.readLong();
        times.read(in);
    }
}
