package io.portcullis.projections.risk;

import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import io.portcullis.projections.table.EventTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts by tally in the newest buckets of event time, of one width. A late activity counts in its own bucket. */
final class Buckets {

    private static final int TALLIES = Tally.values().length;

    private final long seconds;
    private final long[] numbers;
    private final int[] @Nullable [] counts;
    private long newest = Long.MIN_VALUE / 2;

    /**
     * @param seconds a bucket's width
     * @param span how many buckets are kept, up to the newest
     */
    Buckets(long seconds, int span) {
        this.seconds = seconds;
        this.numbers = new long[span];
        this.counts = new int[span][];
    }

    /** Counts an activity, unless it is older than the buckets that are kept. */
    void add(long micros, int tallies) {
        long number = EventTime.bucket(micros, seconds);
        newest = Math.max(newest, number);
        if (isKept(number)) {
            int[] bucket = bucket(number);
            for (int rest = tallies; rest != 0; rest &= rest - 1) {
                bucket[Integer.numberOfTrailingZeros(rest)]++;
            }
        }
    }

    private boolean isKept(long number) {
        return number > newest - numbers.length && number <= newest;
    }

    private int[] bucket(long number) {
        int place = Math.floorMod(number, numbers.length);
        int[] bucket = counts[place];
        if (bucket == null || numbers[place] != number) {
            bucket = new int[TALLIES];
            counts[place] = bucket;
            numbers[place] = number;
        }
        return bucket;
    }

    /** Adds up the buckets that reach into the window up to a time: at most one bucket's width more than asked. */
    long[] sums(long untilMicros, long windowSeconds) {
        long last = EventTime.bucket(untilMicros, seconds);
        long first = last - windowSeconds / seconds;
        long[] sums = new long[TALLIES];
        for (int place = 0; place < counts.length; place++) {
            int[] bucket = counts[place];
            if (bucket != null && isKept(numbers[place]) && numbers[place] >= first && numbers[place] <= last) {
                for (int tally = 0; tally < TALLIES; tally++) {
                    sums[tally] += bucket[tally];
                }
            }
        }
        return sums;
    }

    void write(ByteOutput out) {
        int[] places = places();
        out.number(places.length);
        long before = 0;
        for (int place : places) {
            int[] bucket = counts[place];
            if (bucket != null) {
                out.signed(numbers[place] - before).number(bits(bucket));
                Arrays.stream(bucket).filter(count -> count != 0).forEach(out::number);
                before = numbers[place];
            }
        }
    }

    private int[] places() {
        int[] kept = new int[counts.length];
        int size = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != null && isKept(numbers[place])) {
                kept[size++] = place;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static int bits(int[] bucket) {
        int bits = 0;
        for (int tally = 0; tally < TALLIES; tally++) {
            bits |= bucket[tally] == 0 ? 0 : 1 << tally;
        }
        return bits;
    }

    void read(ByteInput in) {
        long number = 0;
        for (int left = in.size(); left > 0; left--) {
            number += in.signed();
            newest = Math.max(newest, number);
            int[] bucket = bucket(number);
            for (int rest = in.size(); rest != 0; rest &= rest - 1) {
                bucket[Integer.numberOfTrailingZeros(rest)] = in.size();
            }
        }
    }
}
