package io.portcullis.rules.memory;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A window as a rule writes it: a number of seconds, minutes, hours or days, {@code "30s"}, {@code "10m"}. */
public final class WindowLiteral {

    /** The longest window: a year, milliseconds. */
    private static final long LONGEST = 366L * 86_400_000;

    private static final Pattern LITERAL = Pattern.compile("([1-9]\\d{0,7})([smhd])");

    private WindowLiteral() {}

    /** The window's width in milliseconds, 1 second to 366 days; empty when the text is no window. */
    public static OptionalLong millis(String text) {
        Matcher literal = LITERAL.matcher(text);
        if (!literal.matches()) {
            return OptionalLong.empty();
        }
        long unit =
                switch (literal.group(2)) {
                    case "s" -> 1_000L;
                    case "m" -> 60_000L;
                    case "h" -> 3_600_000L;
                    default -> 86_400_000L;
                };
        long millis = Long.parseLong(literal.group(1)) * unit;
        return millis > LONGEST ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
