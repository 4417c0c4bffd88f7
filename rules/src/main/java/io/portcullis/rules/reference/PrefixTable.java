package io.portcullis.rules.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prefixes of at most 128 bits, each with names: some 25 bytes a prefix, in arrays sorted by where it begins. Two prefixes
 * are apart, or one lies within the other. So of those that hold an address, the innermost is the last one that does not
 * begin behind the address, or one of those around that.
 */
final class PrefixTable {

    private static final int NONE = -1;

    private final long[] highs;
    private final long[] lows;
    private final byte[] lengths;
    /** The innermost prefix around each. */
    private final int[] around;
    /** The number of the set of what each prefix and all those around it are named. */
    private final int[] names;

    private final List<Set<String>> sets;

    private PrefixTable(long[] highs, long[] lows, byte[] lengths, int[] around, int[] names, List<Set<String>> sets) {
        this.highs = highs;
        this.lows = lows;
        this.lengths = lengths;
        this.around = around;
        this.names = names;
        this.sets = sets;
    }

    /** The names of all prefixes that hold the address. */
    Set<String> find(long high, long low) {
        int at = lastUpTo(high, low);
        while (at != NONE && !holds(highs[at], lows[at], lengths[at], high, low)) {
            at = around[at];
        }
        return at == NONE ? Set.of() : sets.get(names[at]);
    }

    private int lastUpTo(long high, long low) {
        int from = 0;
        int to = highs.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (compare(highs[middle], lows[middle], high, low) <= 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return to;
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        return high != otherHigh ? Long.compareUnsigned(high, otherHigh) : Long.compareUnsigned(low, otherLow);
    }

    private static boolean holds(long high, long low, int length, long otherHigh, long otherLow) {
        return length <= Long.SIZE
                ? (high ^ otherHigh & mask(length)) == 0
                : high == otherHigh && (low ^ otherLow & mask(length - Long.SIZE)) == 0;
    }

    /** Whether all bits are 0 that do not count. */
    static boolean endsAt(int length, long high, long low) {
        return (high & ~mask(Math.min(length, Long.SIZE))) == 0 && (low & ~mask(Math.max(length - Long.SIZE, 0))) == 0;
    }

    /** As many ones from the left. */
    private static long mask(int ones) {
        return ones == 0 ? 0 : -1L << (Long.SIZE - ones);
    }

    /** Collects prefixes in any order. */
    static final class Builder {

        private long[] highs = new long[16];
        private long[] lows = new long[16];
        private byte[] lengths = new byte[16];
        private int[] names = new int[16];
        private int size;
        private final Map<Set<String>, Integer> numbers = new HashMap<>();
        private final List<Set<String>> sets = new ArrayList<>();

        /** @param length how many of the bits count; the others are 0 */
        void add(long high, long low, int length, String name) {
            if (size == highs.length) {
                int more = size + (size >> 1);
                highs = Arrays.copyOf(highs, more);
                lows = Arrays.copyOf(lows, more);
                lengths = Arrays.copyOf(lengths, more);
                names = Arrays.copyOf(names, more);
            }
            highs[size] = high;
            lows[size] = low;
            lengths[size] = (byte) length;
            names[size] = number(Set.of(name));
            size++;
        }

        PrefixTable build() {
            int[] order = order();
            long[] sortedHighs = new long[size];
            long[] sortedLows = new long[size];
            byte[] sortedLengths = new byte[size];
            int[] sortedNames = new int[size];
            int[] around = new int[size];
            for (int i = 0; i < size; i++) {
                int from = order[i];
                sortedHighs[i] = highs[from];
                sortedLows[i] = lows[from];
                sortedLengths[i] = lengths[from];
                int outer = i - 1;
                while (outer != NONE
                        && !holds(
                                sortedHighs[outer], sortedLows[outer], sortedLengths[outer], highs[from], lows[from])) {
                    outer = around[outer];
                }
                boolean same = outer != NONE
                        && sortedHighs[outer] == highs[from]
                        && sortedLows[outer] == lows[from]
                        && sortedLengths[outer] == lengths[from];
                around[i] = same ? around[outer] : outer;
                sortedNames[i] = outer == NONE ? names[from] : union(sortedNames[outer], names[from]);
            }
            return new PrefixTable(sortedHighs, sortedLows, sortedLengths, around, sortedNames, sets);
        }

        /** Outer ones before those that begin where they do. */
        private int[] order() {
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                order[i] = i;
            }
            sort(order, new int[size], 0, size);
            return order;
        }

        /** By merging, which has little to do where lists are sorted already. */
        private void sort(int[] order, int[] spare, int from, int to) {
            if (to - from < 2) {
                return;
            }
            int middle = (from + to) >>> 1;
            sort(order, spare, from, middle);
            sort(order, spare, middle, to);
            if (isBefore(order[middle], order[middle - 1])) {
                System.arraycopy(order, from, spare, from, middle - from);
                int left = from;
                int right = middle;
                for (int i = from; left < middle; i++) {
                    order[i] = right < to && isBefore(order[right], spare[left]) ? order[right++] : spare[left++];
                }
            }
        }

        private boolean isBefore(int one, int other) {
            int order = compare(highs[one], lows[one], highs[other], lows[other]);
            return order != 0 ? order < 0 : lengths[one] < lengths[other];
        }

        private int union(int one, int other) {
            if (one == other) {
                return one;
            }
            Set<String> all = new TreeSet<>(sets.get(one));
            return all.addAll(sets.get(other)) ? number(Set.copyOf(all)) : one;
        }

        private int number(Set<String> set) {
            return numbers.computeIfAbsent(set, added -> {
                sets.add(added);
                return sets.size() - 1;
            });
        }
    }
}
