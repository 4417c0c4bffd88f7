package io.portcullis.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class FoundEventsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"COMPRESS=TRUE", "COMPRESS=FALSE"})
    void givenALog_thenEachEventIsFoundByItsBytes(String setting) throws IOException {
        try (EventLog log = EventLog.open(Database.logIn(folder).replace("COMPRESS=TRUE", setting))) {
            append(log, 1, 400);
        }

        try (FoundEvents found = FoundEvents.in(Database.logFileIn(folder))) {
            assertThat(found.last()).isEqualTo(400);
            assertThat(found.behind(390)).isEqualTo(10);
            for (long position = 1; position <= 400; position++) {
                assertThat(found.find(position)).contains(Samples.allowed(position));
            }
            assertThat(found.find(401)).isEmpty();
        }
    }

    @Test
    void givenATransactionThatDoesNotCommit_thenItsEventsAreNotFound() throws IOException {
        Path copy = folder.resolve("copy");
        try (EventLog log = EventLog.open(Database.logIn(folder).replace("COMPRESS=TRUE", "COMPRESS=FALSE"))) {
            append(log, 1, 10);
            new TransactionTemplate(log.transactions()).executeWithoutResult(transaction -> {
                append(log, 11, 400);
                // Another's commit writes what this one has not committed.
                CompletableFuture.runAsync(
                                () -> new JdbcTemplate(log.dataSource()).execute("CREATE TABLE other (id INT)"))
                        .join();
                copy(Database.logFileIn(folder), copy);
                transaction.setRollbackOnly();
            });
        }

        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).contains("\"id\":\"a-400\"");
        try (FoundEvents found = FoundEvents.in(copy)) {
            assertThat(found.last()).isEqualTo(10);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(EventLog log, long from, long to) {
        log.append(LongStream.rangeClosed(from, to).mapToObj(Samples::allowed).toList());
    }
}
