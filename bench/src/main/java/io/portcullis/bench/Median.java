package io.portcullis.bench;

import java.util.ArrayList;
import java.util.List;

/** Runs two things in turn, A B A B …, so that a machine whose speed drifts treats both alike. */
final class Median {

    private Median() {}

    @FunctionalInterface
    interface Timed {
        /** @return what it measured: seconds, or a rate */
        double run() throws Exception;
    }

    record Pair(double a, double b, double ratio) {}

    /** The medians of both, and of the ratios a/b; the first round only warms up. */
    static Pair of(int rounds, Timed a, Timed b) throws Exception {
        List<Double> as = new ArrayList<>();
        List<Double> bs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            double measuredA = a.run();
            double measuredB = b.run();
            if (i > 0) {
                as.add(measuredA);
                bs.add(measuredB);
                ratios.add(measuredA / measuredB);
            }
        }
        return new Pair(middle(as), middle(bs), middle(ratios));
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
