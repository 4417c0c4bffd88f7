package io.portcullis.scenarios;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a step begins.
 *
 * @param relative to the last activity before it, else to the beginning
 */
record Offset(boolean relative, Duration duration) {

    /** A step that does not say follows a second after the one before. */
    static final Offset NEXT = new Offset(true, Duration.ofSeconds(1));

    private static final Pattern SHAPE =
            Pattern.compile("(\\+?)(?=\\d)(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");

    /** {@code 1h30m} after the beginning, {@code +20s} after the last activity. */
    static Optional<Offset> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches() || text.length() > 20) {
            return Optional.empty();
        }
        Duration duration = Duration.ofDays(number(matcher.group(2)))
                .plusHours(number(matcher.group(3)))
                .plusMinutes(number(matcher.group(4)))
                .plusSeconds(number(matcher.group(5)))
                .plusMillis(number(matcher.group(6)));
        return Optional.of(new Offset(!matcher.group(1).isEmpty(), duration));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits.substring(0, Math.min(9, digits.length())));
    }

    /** {@code 1h30m}, the way people write it. */
    static String words(Duration duration) {
        String words = duration.toString().substring(2).toLowerCase(Locale.ROOT);
        return duration.toDays() > 0
                ? duration.toDays() + "d"
                        + (duration.minusDays(duration.toDays()).isZero()
                                ? ""
                                : words(duration.minusDays(duration.toDays())))
                : words;
    }
}
