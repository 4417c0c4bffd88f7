package io.portcullis.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static Duration wait(String value) {
        return RetryAfter.of(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, text) -> true), NOW);
    }

    @Test
    void readsSecondsAndDates() {
        assertThat(wait("7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(wait("Sun, 22 Nov 2026 10:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void givenNothingOrNonsense_thenItIsASecond() {
        assertThat(wait("soon")).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (name, text) -> true), NOW))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givenThePastOrAnEternity_thenItIsBounded() {
        assertThat(wait("Sun, 22 Nov 2026 09:00:00 GMT")).isZero();
        assertThat(wait("999999999")).isEqualTo(Duration.ofHours(1));
    }
}
