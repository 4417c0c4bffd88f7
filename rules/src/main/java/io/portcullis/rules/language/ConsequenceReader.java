package io.portcullis.rules.language;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the part of a rule behind {@code then}. Whatever is not exactly one known call is refused. */
final class ConsequenceReader {

    private static final Pattern RAISE = Pattern.compile("risk\\s*\\.\\s*raise\\s*\\(\\s*\\)\\s*;");
    private static final Pattern COUNT =
            Pattern.compile("tally\\s*\\.\\s*count\\s*\\(\\s*\"([^\"\\\\]*)\"\\s*\\)\\s*;");
    private static final Pattern CHOOSE = Pattern.compile(
            "risk\\s*\\.\\s*(?:(?:monitor|challenge|review)\\s*\\(\\s*\\)|throttle\\s*\\(\\s*(\\d{1,6})\\s*\\))\\s*;");

    private static final int LONGEST_THROTTLE = 86_400;

    private ConsequenceReader() {}

    static Optional<Consequence> read(String text) {
        String call = text.strip();
        if (RAISE.matcher(call).matches()) {
            return Optional.of(new Consequence.Raise());
        }
        Matcher count = COUNT.matcher(call);
        if (count.matches()) {
            return Optional.of(new Consequence.Count(count.group(1)));
        }
        Matcher choose = CHOOSE.matcher(call);
        if (choose.matches() && isThrottle(choose.group(1))) {
            return Optional.of(new Consequence.Choose());
        }
        return Optional.empty();
    }

    private static boolean isThrottle(@Nullable String seconds) {
        return seconds == null || (Integer.parseInt(seconds) >= 1 && Integer.parseInt(seconds) <= LONGEST_THROTTLE);
    }
}
