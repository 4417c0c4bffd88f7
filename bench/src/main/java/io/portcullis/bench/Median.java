package io.portcullis.bench;

import java.util.ArrayList;
import java.util.List;

/** Runs two things in turn, A B A B …, so that a machine whose speed drifts treats both alike. */
final class Median {

    /** Of all processors' time; where two threads work hand in hand, both lose what one is denied. */
    private static final double DISTURBING = 0.03;

    private Median() {}

    @FunctionalInterface
    interface Timed {
        /** @return what it measured: seconds, or a rate */
        double run() throws Exception;
    }

    /** @param disturbed how many rounds were not counted */
    record Pair(double a, double b, double ratio, int disturbed) {}

    /**
     * The medians of both, and of the ratios a/b. The first round only warms up; nor does one count in which other
     * machines took so much of the processors' time that it tells of them: of these, two are passed over for each that
     * counts, at most.
     */
    static Pair of(int rounds, Timed a, Timed b) throws Exception {
        List<Double> as = new ArrayList<>();
        List<Double> bs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        int disturbed = 0;
        a.run();
        b.run();
        while (as.size() < rounds) {
            StolenTime before = StolenTime.now();
            double measuredA = a.run();
            double measuredB = b.run();
            if (StolenTime.now().shareSince(before) > DISTURBING && disturbed < 2 * rounds) {
                disturbed++;
                continue;
            }
            as.add(measuredA);
            bs.add(measuredB);
            ratios.add(measuredA / measuredB);
        }
        return new Pair(middle(as), middle(bs), middle(ratios), disturbed);
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
