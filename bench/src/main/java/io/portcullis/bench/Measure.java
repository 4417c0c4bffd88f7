package io.portcullis.bench;

import java.util.Locale;

/**
 * One figure, with what it should be.
 *
 * @param target such as {@code >= 0.4}; empty for a figure that only tells
 * @param ok whether the target is met
 */
record Measure(String name, double value, String unit, String target, boolean ok) {

    static Measure atLeast(String name, double value, String unit, double target) {
        return new Measure(name, value, unit, ">= " + plain(target), value >= target);
    }

    static Measure atMost(String name, double value, String unit, double target) {
        return new Measure(name, value, unit, "<= " + plain(target), value <= target);
    }

    static Measure told(String name, double value, String unit) {
        return new Measure(name, value, unit, "", true);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%-64s %12.3f %-14s %-12s %s", name, value, unit, target, ok ? "ok" : "SHORT");
    }
}
