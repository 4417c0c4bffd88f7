package io.portcullis.scenarios;

import java.time.Duration;
import java.util.Optional;

/**
 * From the start of one repetition to the start of the next.
 *
 * @param irregular whether it is about that long, as among people, and not always the same
 */
record Interval(Duration duration, boolean irregular) {

    private static final String ABOUT = "about ";

    /** The share of the interval by which a start is early or late, at most. */
    private static final double SPREAD = 0.45;

    /** Its multiples, less their whole parts, are spread evenly and never fall into step. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** {@code 20s}, {@code about 20s}. */
    static Optional<Interval> parse(String text) {
        boolean about = text.startsWith(ABOUT);
        return Offset.parse(about ? text.substring(ABOUT.length()) : text)
                .filter(offset -> !offset.relative())
                .map(offset -> new Interval(offset.duration(), about));
    }

    /** When the repetition of that number, from 1, begins behind the first. */
    Duration start(int number) {
        Duration regular = duration.multipliedBy(number - 1L);
        if (!irregular || number == 1) {
            return regular;
        }
        double place = (number - 1) * GOLDEN % 1 * 2 - 1;
        return regular.plusMillis(Math.round(duration.toMillis() * SPREAD * place));
    }
}
