package io.portcullis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;

import io.portcullis.Samples;
import io.portcullis.store.EventLog;
import io.portcullis.store.LogCondition;
import io.portcullis.store.LogExamination;
import io.portcullis.store.StoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL database serves one server. */
class OneServerTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException e) {
            abort("SKIPPED: PostgreSQL does not run on this machine: " + e.getMessage());
        }
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static EventLog open() {
        return EventLog.open(postgres.getJdbcUrl("postgres", "postgres"));
    }

    @Test
    void givenAServer_whenAnotherStarts_thenItIsRefusedUntilTheFirstHasEnded() {
        try (EventLog first = open()) {
            assertThatThrownBy(OneServerTest::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another server uses this database");
        }
        open().close();
    }

    @Test
    void givenAServer_whenItsLeaseIsCut_thenItStopsToWriteAndGoesOnOnceItHasItAgain() throws Exception {
        try (EventLog log = open()) {
            long next = log.lastPosition() + 1;
            JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
            assertThat(jdbc.queryForList(
                            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'",
                            Boolean.class))
                    .containsExactly(true);

            long deadline = System.nanoTime() + 5_000_000_000L;
            Throwable refused = null;
            while (refused == null && System.nanoTime() < deadline) {
                long position = next;
                refused = catchThrowable(() -> log.append(List.of(Samples.allowed(position))));
                if (refused == null) {
                    next++;
                }
                Thread.sleep(50);
            }
            assertThat(refused).isInstanceOf(StoreException.class).hasMessageContaining("lease");

            long position = next;
            Throwable failure = refused;
            while (failure != null && System.nanoTime() < deadline) {
                Thread.sleep(50);
                failure = catchThrowable(() -> log.append(List.of(Samples.allowed(position))));
            }
            assertThat(failure).isNull();
        }
    }

    @Test
    void givenALogInPostgres_thenItIsVerified_unlessAServerUsesIt() {
        String url = postgres.getJdbcUrl("postgres", "postgres");
        long end;
        try (EventLog log = open()) {
            end = log.lastPosition() + 3;
            log.append(List.of(Samples.allowed(end - 2), Samples.blocked(end - 1), Samples.allowed(end)));

            assertThatThrownBy(() -> LogExamination.of(url))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another server uses this database");
        }
        assertThat(examine(url)).isEqualTo(new LogCondition(end, end, end, List.of()));

        JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
        byte[] payload = jdbc.queryForObject(
                "SELECT payload FROM DomainEventEntry WHERE sequenceNumber = ?", byte[].class, end - 1);
        String change = "UPDATE DomainEventEntry SET payload = ? WHERE sequenceNumber = ?";
        jdbc.update(change, new byte[] {1}, end - 1);
        LogCondition condition = examine(url);
        jdbc.update(change, payload, end - 1);

        assertThat(condition.goodUntil()).isEqualTo(end - 2);
        assertThat(condition.good()).isEqualTo(end - 1);
        assertThat(condition.findings()).singleElement().asString().contains("no good event at " + (end - 1));
    }

    private static LogCondition examine(String url) {
        try (LogExamination examination = LogExamination.of(url)) {
            return examination.examine(0, position -> {});
        }
    }
}
