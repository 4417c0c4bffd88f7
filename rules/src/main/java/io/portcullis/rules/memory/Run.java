package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How long resources have come in the order of their numbers: item-41, item-42, item-44 … A number that repeats neither
 * lengthens the run nor ends it; a step of more than {@value #STRIDE}, or the other way, begins anew.
 */
final class Run extends Slot {

    /** The largest step between two neighbours. */
    static final int STRIDE = 3;

    private static final long PAUSE = 600_000;

    private long last = -1;
    private long at;
    private int length;
    private boolean descending;

    /** @param number of the resource, 0 or more */
    void add(long time, long number) {
        long step = number - last;
        boolean near = last >= 0 && Math.abs(step) <= STRIDE && time - at <= PAUSE;
        if (near && step == 0) {
            at = time;
            return;
        }
        boolean continues = near && (length == 1 || step < 0 == descending);
        length = continues ? length + 1 : 1;
        descending = step < 0;
        last = number;
        at = time;
    }

    int length() {
        return length;
    }

    @Override
    void expire(long now) {}

    @Override
    void write(DataOutput out) throws IOException {
        out.writeLong(last);
        out.writeLong(at);
        out.writeInt(length);
        out.writeBoolean(descending);
    }

    @Override
    void read(DataInput in) throws IOException {
        last = in.readLong();
        at = in.readLong();
        length = in.readInt();
        descending = in.readBoolean();
    }
}
