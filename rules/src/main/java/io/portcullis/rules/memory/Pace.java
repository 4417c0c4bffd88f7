package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How regular the times between activities are: the standard deviation of the latest gaps over their mean. A machine
 * that waits a fixed time comes near 0, events that have nothing to do with each other near 1, people in bursts above.
 */
final class Pace extends Slot {

    /** The latest times that are kept. */
    static final int KEPT = 32;

    /** With fewer gaps there is no telling. */
    private static final int ENOUGH = 16;

    private static final int INITIAL = 4;

    private long[] times = new long[INITIAL];
    private int size;

    void add(long time) {
        if (size == KEPT) {
            System.arraycopy(times, 1, times, 0, --size);
        } else if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        int at = size;
        while (at > 0 && times[at - 1] > time) {
            times[at] = times[at - 1];
            at--;
        }
        times[at] = time;
        size++;
    }

    /** 0 for a metronome; 1, as for chance, while there are too few activities to tell. */
    double irregularity() {
        int gaps = size - 1;
        if (gaps < ENOUGH || times[size - 1] == times[0]) {
            return 1;
        }
        double mean = (double) (times[size - 1] - times[0]) / gaps;
        double squares = 0;
        for (int i = 1; i < size; i++) {
            double off = times[i] - times[i - 1] - mean;
            squares += off * off;
        }
        return Math.sqrt(squares / gaps) / mean;
    }

    @Override
    void expire(long now) {}

    @Override
    void write(DataOutput out) throws IOException {
        out.writeByte(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(times[i]);
        }
    }

    @Override
    void read(DataInput in) throws IOException {
        size = in.readByte();
        times = new long[Math.max(INITIAL, size)];
        for (int i = 0; i < size; i++) {
            times[i] = in.readLong();
        }
    }
}
