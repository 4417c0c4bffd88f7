package io.portcullis.simulation.stage;

import java.util.List;

/** SplitMix64 (Steele, Lea, Flood 2014), written out because the same seed has to give the same bytes for ever. */
public final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    /** Independent dice for one more actor. */
    public Dice split() {
        return new Dice(nextLong());
    }

    public long nextLong() {
        state += GOLDEN;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** From 0 to below the bound. */
    public int below(int bound) {
        return (int) ((nextLong() >>> 33) * bound >>> 31);
    }

    /** Both ends included. */
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    public boolean chance(int percent) {
        return below(100) < percent;
    }

    public <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    public <T> T pick(T[] from) {
        return from[below(from.length)];
    }

    /** A pause as people make it, most short, some long: 0.2 to some 6 times the usual, milliseconds. */
    public long pause(long usual) {
        long product = 1;
        for (int i = 0; i < 3; i++) {
            product *= between(20, 180);
        }
        return Math.max(1, usual * product / 1_000_000);
    }

    /** As a machine does: within a fifth of the usual. */
    public long about(long usual) {
        return Math.max(1, usual * between(80, 120) / 100);
    }

    /** An identifier that nobody else has: {@code dev-3k9x0f2m1q}. */
    public String id(String kind) {
        return kind + "-" + Long.toString(nextLong() >>> 8, 36);
    }

    /** Letters and digits that tell nothing, always the same for the same number. */
    static String scrambled(long number) {
        return Long.toString(new Dice(number * GOLDEN + 1).nextLong() >>> 8, 36);
    }
}
