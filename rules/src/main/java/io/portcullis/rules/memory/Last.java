package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** When something last happened. */
final class Last extends Slot {

    private long time = Long.MIN_VALUE;

    void add(long at) {
        time = Math.max(time, at);
    }

    long time() {
        return time;
    }

    @Override
    void expire(long now) {}

    @Override
    void write(DataOutput out) throws IOException {
        out.writeLong(time);
    }

    @Override
    void read(DataInput in) throws IOException {
        time = in.readLong();
    }
}
