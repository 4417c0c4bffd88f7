package io.portcullis.domain.activity;

import com.ethlo.time.ITU;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads an instant as RFC 3339 writes it. */
final class Timestamp {

    /** Where the seconds of an instant begin. */
    private static final int SECONDS = "2026-11-22T10:15".length();

    private static final String UNKNOWN_OFFSET = "-00:00";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Timestamp() {}

    static Instant read(String text, String field) throws InvalidActivity {
        try {
            ParsePosition end = new ParsePosition(0);
            Instant instant = ITU.parseDateTime(inUtc(text), end).toInstant();
            // The parser takes an instant without seconds, one with more behind it, and years it could not write.
            if (text.charAt(SECONDS) == ':'
                    && end.getIndex() == text.length()
                    && !instant.isBefore(FIRST)
                    && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new InvalidActivity(field, "must be an RFC 3339 instant such as 2026-11-22T10:15:30.123Z");
    }

    /** An offset that is not known, RFC 3339 says, is written {@code -00:00}: the time is of UTC. */
    private static String inUtc(String text) {
        return text.endsWith(UNKNOWN_OFFSET)
                ? text.substring(0, text.length() - UNKNOWN_OFFSET.length()) + "+00:00"
                : text;
    }
}
