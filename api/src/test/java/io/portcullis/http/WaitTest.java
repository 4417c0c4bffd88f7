package io.portcullis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class WaitTest {

    @Test
    void givenNoOutcomeInTime_thenTheAnswerTellsTheIdsThatTheServerMadeAndWhenToRetry() {
        List<Reading.MadeId> made = List.of(new Reading.MadeId(3, "made-up"));

        RetryLater inDoubt = catchThrowableOfType(RetryLater.class, () -> Wait.on(new CompletableFuture<>(), made, 0));

        assertThat(inDoubt.getStatusCode().value()).isEqualTo(503);
        assertThat(inDoubt.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
        assertThat(inDoubt.getBody().getDetail()).contains("with the same ids");
        assertThat(inDoubt.getBody().getProperties()).isEqualTo(Map.of("ids", made));
    }
}
