package io.portcullis.intake;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portcullis.Rules;
import io.portcullis.Samples;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import io.portcullis.rules.Engine;
import io.portcullis.store.EventLog;
import io.portcullis.store.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk stops the intake, and nothing else: with room, it goes on by itself. */
class DiskFullTest {

    private static final int BATCH = 50;

    @TempDir
    private Path folder;

    private final List<Decision> acknowledged = new ArrayList<>();
    private int sent;

    @BeforeEach
    void mount() {
        SmallDisk.mount();
    }

    @AfterEach
    void makeRoom() {
        SmallDisk.room(Long.MAX_VALUE);
    }

    @Test
    void givenAFullDisk_whenThereIsRoomAgain_thenTheIntakeGoesOnWithoutLossOrRepetition() throws Exception {
        try (Server server = server()) {
            for (int time = 0; time < 3; time++) {
                SmallDisk.room(Files.size(folder.resolve("portcullis.mv.db")) + 200_000);
                List<Activity> refused = fill(server);
                assertThat(server.intake.standing().state()).isEqualTo(Standing.State.FAILING);
                assertThat(server.intake.standing().reason()).isEqualTo("No space left on device");

                SmallDisk.room(Long.MAX_VALUE);

                // Nobody sends anything: a load balancer would not.
                await().atMost(10, SECONDS).until(() -> server.intake.standing().state() == Standing.State.READY);
                submit(server, refused);
            }
        }

        List<Decided> log = new ArrayList<>();
        Engine fold = new Engine(Rules.SHIPPED);
        List<Decision> again = new ArrayList<>();
        try (EventLog stored = EventLog.openReadOnly(folder)) {
            stored.read(0, log::add);
        }
        log.forEach(
                each -> again.add(fold.decide(each.activity(), each.decision().position())));
        Set<String> ids = new HashSet<>();
        assertThat(log).allMatch(each -> ids.add(each.activity().id()));
        assertThat(log).extracting(Decided::decision).isEqualTo(again).containsAll(acknowledged);
        try (Server server = server()) {
            // From the checkpoint, which the server saved that has lived through it.
            assertThat(server.recovered).isEqualTo(new Recovered(log.size(), log.size(), 0, fold.memoryHash()));
        }
    }

    private Server server() {
        return new Server(
                EventLog.open("jdbc:h2:smalldisk:" + folder.resolve("portcullis")
                        + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;CACHE_SIZE=8192"),
                folder);
    }

    /** Sends until it is refused. */
    private List<Activity> fill(Server server) {
        while (true) {
            List<Activity> batch = IntStream.range(0, BATCH)
                    .mapToObj(i -> Samples.request("a-" + sent++))
                    .toList();
            try {
                submit(server, batch);
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(IntakeUnavailable.class);
                return batch;
            }
        }
    }

    private void submit(Server server, List<Activity> batch) {
        server.submit(batch, Priority.BULK).join().forEach(outcome -> acknowledged.add(outcome.decision()));
    }
}
