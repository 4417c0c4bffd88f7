package io.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/** The middle of several rounds, those apart in which other machines took the processors. */
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
    record Single(double middle, int disturbed) {}

    /** @param disturbed how many rounds were not counted */
    record Pair(double a, double b, double ratio, int disturbed) {}

    private record Rounds<T>(List<T> counted, int disturbed) {
        double middle(ToDoubleFunction<T> of) {
            return Median.middle(counted.stream().map(of::applyAsDouble).toList());
        }
    }

    /** The median of one thing, warmed up by a first round. */
    static Single of(int rounds, Timed timed) throws Exception {
        Rounds<Double> all = rounds(rounds, timed::run);
        return new Single(all.middle(measured -> measured), all.disturbed());
    }

    /**
     * The medians of two things, and of the ratios a/b. They run in turn, A B A B …, so that a machine whose speed
     * drifts treats both alike, and are warmed up by a first round.
     */
    static Pair of(int rounds, Timed a, Timed b) throws Exception {
        Rounds<double[]> all = rounds(rounds, () -> new double[] {a.run(), b.run()});
        return new Pair(
                all.middle(pair -> pair[0]),
                all.middle(pair -> pair[1]),
                all.middle(pair -> pair[0] / pair[1]),
                all.disturbed());
    }

    /**
     * The first round only warms up; nor does one count in which other machines took so much of the processors' time
     * that it tells of them: of these, two are passed over for each that counts, at most.
     */
    private static <T> Rounds<T> rounds(int rounds, Callable<T> round) throws Exception {
        round.call();
        List<T> counted = new ArrayList<>();
        int disturbed = 0;
        while (counted.size() < rounds) {
            StolenTime before = StolenTime.now();
            T measured = round.call();
            if (StolenTime.now().shareSince(before) > DISTURBING && disturbed < 2 * rounds) {
                disturbed++;
            } else {
                counted.add(measured);
            }
        }
        return new Rounds<>(counted, disturbed);
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
