package io.portcullis.rules.memory;

/** A word that holds how often something was counted: the upper bits of its hash, and the count below them. */
final class Tallied {

    /** Of the count. */
    static final int BITS = 20;

    /** Counts end there. */
    static final long LARGEST = (1L << BITS) - 1;

    private Tallied() {}

    static long one(long hash) {
        return hash & ~LARGEST | 1;
    }

    static long more(long word) {
        return count(word) == LARGEST ? word : word + 1;
    }

    static long count(long word) {
        return word & LARGEST;
    }

    static boolean isOf(long word, long hash) {
        return (word ^ hash) >>> BITS == 0;
    }
}
