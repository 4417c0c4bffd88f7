package io.portcullis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.portcullis.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is done about a damaged file, and what is said. */
class DamagedFilesTest {

    @TempDir
    private Path folder;

    private enum Damage {
        EMPTY,
        TRUNCATED,
        HEADER_GONE,
        NOISE;

        byte[] of(byte[] file) {
            byte[] damaged = file.clone();
            switch (this) {
                case EMPTY -> damaged = new byte[0];
                case TRUNCATED -> damaged = Arrays.copyOf(file, file.length / 3);
                case HEADER_GONE -> Arrays.fill(damaged, 0, 2 * 4096, (byte) 0);
                case NOISE -> Arrays.fill(damaged, (byte) 0x5a);
            }
            return damaged;
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void givenDamagedViews_whenOpened_thenTheFileIsSetAsideAndTheyBeginAgain(Damage damage) throws IOException {
        ViewDatabase.open(folder).close();
        Path file = folder.resolve("views.mv.db");
        byte[] damaged = damage.of(Files.readAllBytes(file));
        for (int time = 1; time <= 2; time++) {
            Files.write(file, damaged);

            try (ViewDatabase views = ViewDatabase.open(folder)) {
                assertThat(new JdbcTemplate(views.dataSource())
                                .queryForObject("SELECT COUNT(*) FROM \"views_schema_history\"", Integer.class))
                        .isPositive();
            }
            // An empty file is a new one to H2, and one cut short is often what it was some commits earlier.
            if (damage == Damage.HEADER_GONE || damage == Damage.NOISE) {
                assertThat(folder.resolve("views.mv.db.damaged-" + time)).hasBinaryContent(damaged);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAChangedEvent_whenRead_thenItsPositionIsNamed(Change change) {
        try (EventLog log = EventLog.open(folder)) {
            log.append(List.of(Samples.allowed(1), Samples.blocked(2), Samples.allowed(3)));
            new JdbcTemplate(log.dataSource())
                    .update("UPDATE DomainEventEntry SET " + change.sql + " WHERE sequenceNumber = 2");

            assertThat(log.find(1)).contains(Samples.allowed(1));
            assertThatThrownBy(() -> log.find(2))
                    .hasMessageContaining("The log is damaged: the event at position 2 does not match its checksum");
            assertThat(log.find(3)).contains(Samples.allowed(3));
            await().untilAsserted(() -> assertThat(log.damage()).hasValueSatisfying(damage -> assertThat(damage)
                    .contains(
                            "it is good until position 1;",
                            "log verify --data DIR",
                            "log salvage --data DIR --to NEWDIR")));
        }
    }

    private enum Change {
        PAYLOAD("payload = payload || X'20'"),
        METADATA("metaData = metaData || X'20'"),
        TIME("timeStamp = '2001-01-01T00:00:00.000Z'"),
        TYPE("payloadType = 'login'"),
        REVISION("payloadRevision = '1'"),
        CHECKSUM("metaData = SUBSTRING(metaData FROM 6)");

        private final String sql;

        Change(String sql) {
            this.sql = sql;
        }
    }

    @Test
    void whenAppended_thenTheRevisionSaysThatThereIsAChecksum() {
        try (EventLog log = EventLog.open(folder)) {
            log.append(List.of(Samples.allowed(1)));

            assertThat(new JdbcTemplate(log.dataSource())
                            .queryForList("SELECT payloadRevision FROM DomainEventEntry", String.class))
                    .containsExactly("2");
        }
    }

    @Test
    void givenAnErrorOfH2Itself_thenItIsNotTakenForDamage() {
        assertThat(Database.isDamage(new SQLException("General error", "HY000", 50_000)))
                .isFalse();
        assertThat(Database.isDamage(new SQLException("File corrupted", "90030", 90_030)))
                .isTrue();
    }

    @Test
    void givenEventsWithoutChecksum_whenRead_thenTheyAreReadAsBefore() {
        try (EventLog log = EventLog.open(folder)) {
            log.append(List.of(Samples.allowed(1), Samples.blocked(2)));
            // Revision 1 has neither the mark nor the checksum.
            new JdbcTemplate(log.dataSource())
                    .update("UPDATE DomainEventEntry SET metaData = SUBSTRING(metaData FROM 6), payloadRevision = '1'");

            assertThat(log.find(1)).contains(Samples.allowed(1));
            assertThat(log.find(2)).contains(Samples.blocked(2));
        }
    }
}
