package io.portcullis.history;

import io.portcullis.domain.activity.InvalidActivity;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** {@code [17/May/2015:10:05:03 +0000]}. */
final class CommonLogTime {

    static final int LENGTH = 28;

    private static final String SHAPE = "[00/Aaa/0000:00:00:00 +0000]";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private CommonLogTime() {}

    static boolean looksLike(byte[] bytes, int start) {
        for (int i = 0; i < LENGTH; i++) {
            if (!fits(SHAPE.charAt(i), bytes[start + i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char shape, byte actual) {
        return switch (shape) {
            case '0' -> actual >= '0' && actual <= '9';
            case 'A', 'a' -> Character.isLetter(actual);
            case '+' -> actual == '+' || actual == '-';
            default -> actual == shape;
        };
    }

    /** @param text {@code 17/May/2015:10:05:03 +0000}, without the brackets */
    static Instant parse(String text) throws InvalidActivity {
        byte[] bytes = ('[' + text + ']').getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length != LENGTH || !looksLike(bytes, 0)) {
            throw none();
        }
        return parse(bytes, 0);
    }

    /** @param start of a text that {@link #looksLike} it */
    static Instant parse(byte[] bytes, int start) throws InvalidActivity {
        try {
            int zone = (number(bytes, start + 23, 2) * 60 + number(bytes, start + 25, 2)) * 60;
            return LocalDateTime.of(
                            number(bytes, start + 8, 4),
                            month(bytes, start + 4),
                            number(bytes, start + 1, 2),
                            number(bytes, start + 13, 2),
                            number(bytes, start + 16, 2),
                            // Servers log leap seconds, Java's time has none.
                            Math.min(number(bytes, start + 19, 2), 59))
                    .toInstant(ZoneOffset.ofTotalSeconds(bytes[start + 22] == '-' ? -zone : zone));
        } catch (DateTimeException e) {
            throw none();
        }
    }

    private static InvalidActivity none() {
        return new InvalidActivity("occurredAt", "must be a time such as [17/May/2015:10:05:03 +0000]");
    }

    private static int month(byte[] bytes, int start) {
        for (int month = 0; month < 12; month++) {
            int at = month * 3;
            if (MONTHS.charAt(at) == bytes[start]
                    && MONTHS.charAt(at + 1) == bytes[start + 1]
                    && MONTHS.charAt(at + 2) == bytes[start + 2]) {
                return month + 1;
            }
        }
        throw new DateTimeException("no month");
    }

    private static int number(byte[] bytes, int start, int digits) {
        int number = 0;
        for (int i = start; i < start + digits; i++) {
            number = number * 10 + (bytes[i] - '0');
        }
        return number;
    }
}
