package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.basjes.parse.httpdlog.dissectors.StrfTimeToDateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A time of Apache httpd by patterns of strftime, in one piece or more:
 * {@code %{%d/%b/%Y:%T}t.%{msec_frac}t %{%z}t}. The pieces are read as one text, with a blank between them.
 */
final class PatternedTime implements LogTime {

    private static final Pattern PIECE = Pattern.compile("%\\{(?:begin:|end:)?([^}]*%[^}]*)\\}t");
    private static final String TYPE = "TIME.STRFTIME_";
    private static final String MILLISECONDS = "TIME.EPOCH:request.receive.time.msec_frac";
    private static final String MICROSECONDS = "TIME.EPOCH.USEC_FRAC:request.receive.time.usec_frac";

    private final DateTimeFormatter formatter;
    private final List<String> pieces;
    private final List<String> paths;

    private PatternedTime(DateTimeFormatter formatter, List<String> pieces, List<String> paths) {
        this.formatter = formatter;
        this.pieces = pieces;
        this.paths = paths;
    }

    static @Nullable LogTime find(String format, Set<String> outputs) {
        List<String> patterns = new ArrayList<>();
        for (Matcher piece = PIECE.matcher(format); piece.find(); ) {
            patterns.add(piece.group(1));
        }
        if (patterns.isEmpty()) {
            return null;
        }
        List<String> pieces =
                outputs.stream().filter(path -> path.startsWith(TYPE)).toList();
        List<String> paths = new ArrayList<>(pieces);
        outputs.stream()
                .filter(path -> path.equals(MILLISECONDS) || path.equals(MICROSECONDS))
                .forEach(paths::add);
        return new PatternedTime(formatter(String.join(" ", patterns)), pieces, paths);
    }

    private static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatter formatter = convert(pattern);
        if (formatter == null) {
            throw new IllegalArgumentException("the time " + pattern + " cannot be read");
        }
        // As servers write months, wherever this runs.
        DateTimeFormatter english = formatter.withLocale(Locale.ENGLISH);
        try {
            Instant.from(english.parse(english.format(Instant.EPOCH.atOffset(ZoneOffset.UTC))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time " + pattern + " tells no date with its time of day", e);
        }
        return english;
    }

    /** By reflection, as the class extends another whose package has a name that no compiler takes. */
    private static @Nullable DateTimeFormatter convert(String pattern) {
        try {
            return (DateTimeFormatter) StrfTimeToDateTimeFormatter.class
                    .getMethod("convert", String.class)
                    .invoke(null, pattern);
        } catch (InvocationTargetException e) {
            // What it does not know, it throws.
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("is another version of the library", e);
        }
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public Instant of(LogFields fields) throws InvalidActivity {
        StringBuilder text = new StringBuilder();
        for (String piece : pieces) {
            String value = fields.get(piece);
            text.append(text.isEmpty() ? "" : " ").append(value == null ? "" : value);
        }
        try {
            return Instant.from(formatter.parse(text))
                    .plusMillis(fraction(fields.get(MILLISECONDS)))
                    .plusNanos(1000 * fraction(fields.get(MICROSECONDS)));
        } catch (DateTimeException e) {
            throw new InvalidActivity("occurredAt", "must be a time of the log format, not " + text);
        }
    }

    private static long fraction(@Nullable String digits) {
        return digits == null || digits.length() > 6 ? 0 : Long.parseLong(digits);
    }
}
