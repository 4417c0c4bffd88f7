package io.portcullis.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long to wait before trying again (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Duration UNSAID = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    static Duration of(HttpHeaders headers, Instant now) {
        Duration wait = headers.firstValue("Retry-After")
                .map(value -> parse(value.strip(), now))
                .orElse(UNSAID);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration parse(String value, Instant now) {
        try {
            return value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return UNSAID;
        }
    }
}
