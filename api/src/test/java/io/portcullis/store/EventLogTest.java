package io.portcullis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.Samples;
import io.portcullis.domain.event.Decided;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    @TempDir
    private Path folder;

    @Test
    void givenAppendedActivities_whenReopened_thenTheyAreReadInOrderWithTheirDecisions() {
        List<Decided> written = List.of(Samples.allowed(1), Samples.blocked(2), Samples.allowed(3));
        try (EventLog log = EventLog.open(folder)) {
            log.append(written.subList(0, 2));
            log.append(written.subList(2, 3));
        }

        try (EventLog log = EventLog.open(folder)) {
            assertThat(log.lastPosition()).isEqualTo(3);
            assertThat(after(log, 0)).isEqualTo(written);
            assertThat(after(log, 2)).isEqualTo(written.subList(2, 3));
        }
    }

    @Test
    void givenMoreThanAPage_whenRead_thenNothingIsLeftOutOrRepeated() {
        try (EventLog log = EventLog.open(folder)) {
            log.append(
                    LongStream.rangeClosed(1, 2000).mapToObj(Samples::allowed).toList());
            log.append(LongStream.rangeClosed(2001, 2500)
                    .mapToObj(Samples::allowed)
                    .toList());

            assertThat(after(log, 0))
                    .extracting(d -> d.decision().position())
                    .isEqualTo(LongStream.rangeClosed(1, 2500).boxed().toList());
        }
    }

    @Test
    void givenAnEmptyLog_thenItHasNoLastPositionAndNothingToRead() {
        try (EventLog log = EventLog.open(folder)) {
            assertThat(log.lastPosition()).isZero();
            assertThat(after(log, 0)).isEmpty();
            assertThat(log.find(1)).isEmpty();
        }
    }

    @Test
    void givenATakenPosition_whenAppended_thenNothingOfTheBatchIsStored() {
        try (EventLog log = EventLog.open(folder)) {
            log.append(List.of(Samples.allowed(1)));

            assertThatThrownBy(() -> log.append(List.of(Samples.allowed(2), Samples.allowed(1))))
                    .isInstanceOf(RuntimeException.class);

            assertThat(log.lastPosition()).isEqualTo(1);
            log.append(List.of(Samples.blocked(2)));
            assertThat(log.find(2)).contains(Samples.blocked(2));
        }
    }

    @Test
    void givenALogLeftBehind_whenOpenedReadOnly_thenItIsReadAndRefusesAppends() {
        try (EventLog log = EventLog.open(folder)) {
            log.append(List.of(Samples.blocked(1)));
        }

        try (EventLog log = EventLog.openReadOnly(folder)) {
            assertThat(after(log, 0)).containsExactly(Samples.blocked(1));
            assertThatThrownBy(() -> log.append(List.of(Samples.allowed(2)))).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void givenNoLog_whenOpenedReadOnly_thenTheMessageNamesTheFolder() {
        assertThatThrownBy(() -> EventLog.openReadOnly(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void givenATakenFolder_whenTakenAgain_thenTheMessageSaysWhoHasIt() {
        try (DataFolder taken = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(taken.path()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another process (pid "
                            + ProcessHandle.current().pid());
        }
        DataFolder.take(folder).close();
    }

    private static List<Decided> after(EventLog log, long position) {
        List<Decided> read = new ArrayList<>();
        log.read(position, read::add);
        return read;
    }
}
