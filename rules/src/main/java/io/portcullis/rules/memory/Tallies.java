package io.portcullis.rules.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The tallies that the loaded rules ask for, each with its bit. */
public final class Tallies {

    private final Map<String, Integer> bits = new HashMap<>();

    Tallies(SortedSet<String> asked) {
        asked.forEach(tally -> bits.put(tally, bits.size()));
    }

    /** The tally's bit; -1 when no rule asks for it. */
    int bit(String tally) {
        return bits.getOrDefault(tally, -1);
    }

    /** Which of the asked tallies those are, their parts counted too: {@code login.failed} is also {@code login}. */
    public Set of(List<String> tallies) {
        Set set = new Set(bits.size());
        for (String tally : tallies) {
            for (int end = tally.length(); end > 0; end = tally.lastIndexOf('.', end - 1)) {
                set.add(bit(tally.substring(0, end)));
            }
        }
        return set;
    }

    /** Some of the asked tallies. Immutable once made. */
    public static final class Set {

        private final long[] words;

        private Set(int tallies) {
            words = new long[(tallies + 63) / 64];
        }

        private void add(int bit) {
            if (bit >= 0) {
                words[bit >> 6] |= 1L << bit;
            }
        }

        boolean contains(int bit) {
            return (words[bit >> 6] & 1L << bit) != 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Set set && Arrays.equals(words, set.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }
}
