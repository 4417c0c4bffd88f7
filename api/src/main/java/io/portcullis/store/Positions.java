package io.portcullis.store;

import java.util.BitSet;
import java.util.StringJoiner;

/** A set of positions of the log. */
public final class Positions {

    /** A message with more ranges than these would not be read. */
    private static final int RANGES_TOLD = 20;

    private final BitSet bits = new BitSet();

    Positions() {}

    void add(long position) {
        bits.set(Math.toIntExact(position));
    }

    boolean has(long position) {
        return bits.get(Math.toIntExact(position));
    }

    public long count() {
        return bits.cardinality();
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /** The lowest one; 0 when there is none. */
    public long first() {
        return Math.max(0, bits.nextSetBit(0));
    }

    /** The highest one; 0 when there is none. */
    public long last() {
        return Math.max(0, bits.length() - 1);
    }

    /** Ranges: {@code 7, 812-815}. */
    @Override
    public String toString() {
        StringJoiner ranges = new StringJoiner(", ");
        int told = 0;
        for (int from = bits.nextSetBit(0); from >= 0; told++) {
            int to = bits.nextClearBit(from) - 1;
            if (told == RANGES_TOLD) {
                return ranges.add("and others up to " + last()).toString();
            }
            ranges.add(from == to ? String.valueOf(from) : from + "-" + to);
            from = bits.nextSetBit(to + 1);
        }
        return ranges.toString();
    }
}
