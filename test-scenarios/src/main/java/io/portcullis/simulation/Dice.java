package io.portcullis.simulation;

import java.util.List;

/** SplitMix64 (Steele, Lea, Flood 2014), written out because the same seed has to give the same bytes for ever. */
final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Independent dice for one more actor. */
    Dice split() {
        return new Dice(nextLong());
    }

    long nextLong() {
        state += GOLDEN;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return (int) ((nextLong() >>> 33) * bound >>> 31);
    }

    /** Both ends included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    <T> T pick(T[] from) {
        return from[below(from.length)];
    }

    /** A pause as people make it, most short, some long: 0.2 to some 6 times the usual, milliseconds. */
    long pause(long usual) {
        long product = 1;
        for (int i = 0; i < 3; i++) {
            product *= between(20, 180);
        }
        return Math.max(1, usual * product / 1_000_000);
    }
}
