package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.portcullis.Rules;
import io.portcullis.Samples;
import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import io.portcullis.rules.Engine;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import io.portcullis.store.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class IntakeTest {

    @TempDir
    private Path folder;

    @Test
    void givenActivities_whenSubmitted_thenEachIsDecidedAtItsPlaceInTheLog() {
        try (Server server = new Server(folder)) {
            List<Outcome> first = server.submit(Samples.request("a"), Samples.request("b"));
            List<Outcome> second = server.submit(Samples.request("c"));

            assertThat(first)
                    .extracting(Outcome::decision)
                    .extracting(Decision::position)
                    .containsExactly(1L, 2L);
            assertThat(second)
                    .extracting(Outcome::decision)
                    .extracting(Decision::position)
                    .containsExactly(3L);
            assertThat(log(server.log))
                    .extracting(Decided::decision)
                    .containsExactly(
                            first.get(0).decision(),
                            first.get(1).decision(),
                            second.get(0).decision());
        }
    }

    @Test
    void givenConcurrentSubmitters_thenTheLogFoldsToWhatTheyWereAnswered() {
        List<CompletableFuture<List<Outcome>>> answers = new ArrayList<>();
        try (Server server = new Server(folder)) {
            IntStream.range(0, 400).parallel().forEach(i -> {
                CompletableFuture<List<Outcome>> answer = server.submit(
                        List.of(failedLogin("x" + i), failedLogin("y" + i)),
                        i % 2 == 0 ? Priority.BULK : Priority.INTERACTIVE);
                synchronized (answers) {
                    answers.add(answer);
                }
            });
            List<Decision> answered = answers.stream()
                    .flatMap(answer -> answer.join().stream())
                    .map(Outcome::decision)
                    .sorted((a, b) -> Long.compare(a.position(), b.position()))
                    .toList();

            Engine replay = new Engine(Rules.SHIPPED);
            List<Decision> replayed = new ArrayList<>();
            server.log.read(0, d -> replayed.add(replay.decide(d.activity(), replayed.size() + 1)));
            assertThat(answered).isEqualTo(replayed).anyMatch(decision -> !decision.isPlainAllow());
        }
    }

    @Nested
    class Idempotency {

        @Test
        void givenAnIdSentAgain_thenTheFirstDecisionAnswersAndNothingIsAppended() {
            try (Server server = new Server(folder)) {
                Outcome first = server.submit(Samples.request("a")).get(0);
                Outcome again =
                        server.submit(Samples.request("a", "198.51.100.7")).get(0);

                assertThat(first.duplicate()).isFalse();
                assertThat(again).isEqualTo(new Outcome(first.decision(), true, true));
                assertThat(server.log.lastPosition()).isEqualTo(1);
            }
        }

        @Test
        void givenAnIdTwiceInOneSubmission_thenTheSecondIsADuplicate() {
            try (Server server = new Server(folder)) {
                server.submit(Samples.request("before"));

                List<Outcome> outcomes =
                        server.submit(Samples.request("a"), Samples.request("b"), Samples.request("a"));

                assertThat(outcomes).extracting(Outcome::duplicate).containsExactly(false, false, true);
                assertThat(outcomes.get(2).decision()).isEqualTo(outcomes.get(0).decision());
                assertThat(server.log.lastPosition()).isEqualTo(3);
            }
        }

        @Test
        void givenAnEarlierLifeOfTheServer_thenItsIdsAreKnown() {
            try (Server server = new Server(folder)) {
                server.submit(Samples.request("a"));
            }
            try (Server server = new Server(folder)) {
                assertThat(server.submit(Samples.request("a")).get(0).duplicate())
                        .isTrue();
                assertThat(server.intake.find("a")).isPresent();
                assertThat(server.intake.find("b")).isEmpty();
            }
        }
    }

    @Nested
    class Recovery {

        @Test
        void givenAShutdownInOrder_thenTheNextStartNeedsNothingButTheCheckpoint() {
            long hash = aLifeOf(300);

            try (Server server = new Server(folder)) {
                assertThat(server.recovered.folded()).isZero();
                assertThat(server.recovered.memoryHash()).isEqualTo(hash);
            }
        }

        @Test
        void givenADamagedCheckpoint_thenTheWholeLogIsFoldedToTheSameMemory() throws IOException {
            long hash = aLifeOf(300);
            Path checkpoint = folder.resolve("checkpoint");
            byte[] bytes = Files.readAllBytes(checkpoint);
            bytes[bytes.length / 2] ^= 1;
            Files.write(checkpoint, bytes);

            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(300, 0, 0, hash));
            }
        }

        @Test
        void givenATruncatedCheckpoint_thenTheWholeLogIsFolded() throws IOException {
            long hash = aLifeOf(20);
            Files.write(folder.resolve("checkpoint"), new byte[3]);

            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(20, 0, 0, hash));
            }
        }

        @Test
        void givenAnOlderCheckpoint_thenOnlyTheTailIsFolded() throws IOException {
            aLifeOf(100);
            byte[] older = Files.readAllBytes(folder.resolve("checkpoint"));
            long hash = aLifeOf(30);
            Files.write(folder.resolve("checkpoint"), older);

            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(130, 100, 0, hash));
                assertThat(server.submit(failedLogin("l-7")).get(0).duplicate()).isTrue();
                assertThat(server.submit(failedLogin("l-117")).get(0).duplicate())
                        .isTrue();
            }
        }

        @Test
        void givenManyActivities_thenTheMemoryIsSavedOnTheWay() throws IOException {
            Path checkpoint = folder.resolve("checkpoint");
            byte[] onTheWay;
            try (Server server = new Server(
                    folder, Rules.SHIPPED, new IntakeSettings(100, 1 << 20, 10, 1_000, 50, Samples.ANY_AGE))) {
                for (int i = 0; i < 120; i++) {
                    server.submit(failedLogin("l-" + i));
                }
                onTheWay = Files.readAllBytes(checkpoint);
            }
            long hash = memoryOf(folder);
            Files.write(checkpoint, onTheWay);

            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(120, 100, 0, hash));
            }
        }

        @Test
        void givenGarbageThatLooksLikeACheckpoint_thenTheWholeLogIsFolded() throws IOException {
            long hash = aLifeOf(20);
            String program = Intake.program();
            byte[] garbage = new byte[1_000];
            Arrays.fill(garbage, (byte) 0x7e);
            new Checkpoint(folder.resolve("checkpoint"), program)
                    .write(new Checkpoint.Origin(Rules.SHIPPED.id(), 20, "l-19", hash), out -> out.write(garbage));

            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(20, 0, 0, hash));
            }
        }

        @Test
        void givenACheckpointOfAnotherMemoryThanItSays_thenTheWholeLogIsFolded() throws IOException {
            long hash = aLifeOf(20);
            IdempotencyIndex index = new IdempotencyIndex(1_000);
            Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint"), Intake.program());
            try (Engine engine = new Engine(Rules.SHIPPED)) {
                for (int i = 0; i < 20; i++) {
                    engine.decide(failedLogin("l-" + i), i + 1);
                    index.add("l-" + i, i + 1);
                }
                assertThat(engine.memoryHash()).isEqualTo(hash);
                for (long said : new long[] {hash, hash + 1}) {
                    checkpoint.write(new Checkpoint.Origin(Rules.SHIPPED.id(), 20, "l-19", said), out -> {
                        engine.save(out);
                        index.save(out);
                    });
                    try (Server server = new Server(folder)) {
                        assertThat(server.recovered).isEqualTo(new Recovered(20, said == hash ? 20 : 0, 0, hash));
                    }
                }
            }
        }

        @Test
        void givenACheckpointOfAnotherLog_thenTheWholeLogIsFolded(@TempDir Path elsewhere) throws IOException {
            long hash = aLifeOf(20);
            try (Server other = new Server(elsewhere)) {
                for (int i = 0; i < 20; i++) {
                    other.submit(failedLogin("other-" + i));
                }
            }
            Files.copy(
                    elsewhere.resolve("checkpoint"), folder.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);

            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(20, 0, 0, hash));
            }
        }

        @Test
        void givenARecordedDecisionThatTheRulesDoNotMake_thenItIsCounted() {
            try (EventLog log = EventLog.open(folder);
                    Engine engine = new Engine(Rules.SHIPPED)) {
                for (int position = 1; position <= 3; position++) {
                    Activity activity = failedLogin("l-" + position);
                    Decision made = engine.decide(activity, position);
                    Decision altered = new Decision(
                            made.activity(),
                            made.type(),
                            made.occurredAt(),
                            Action.BLOCK,
                            99,
                            made.reasons(),
                            made.ruleSet(),
                            position,
                            null);
                    log.append(List.of(new Decided(activity, position == 2 ? altered : made)));
                }
            }

            try (Server server = new Server(folder)) {
                assertThat(server.recovered.differing()).isEqualTo(1);
            }
        }

        @Test
        void givenAStopDuringTheRecovery_thenItDoesNotGoOn() throws IOException {
            aLifeOf(300);
            Files.delete(folder.resolve("checkpoint"));
            try (EventLog log = EventLog.open(folder)) {
                Intake intake = new Intake(
                        log,
                        Rules.SHIPPED,
                        folder.resolve("checkpoint"),
                        IntakeSettings.DEFAULTS.withHorizon(Samples.ANY_AGE),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC());
                intake.start();
                intake.close();

                assertThat(intake.recovered()).isCompletedExceptionally();
                assertThat(intake.standing().position()).isLessThan(300);
            }
            assertThat(folder.resolve("checkpoint")).doesNotExist();
        }

        @Test
        void givenOtherRules_thenTheCheckpointIsIgnoredAndTheLogFoldedUnderThem() throws IOException, InvalidRules {
            aLifeOf(50);
            Path rules = Files.createDirectories(folder.resolve("rules/login"));
            Files.writeString(rules.resolve("one.drl"), """
                    rule "Failing"
                        @signal("failing") @threat("OAT-008") @score(60) @entity("ip")
                    when
                        Login( failed, ip.count("login.failed", "10m") >= 20 )
                    then
                        risk.raise();
                    end
                    """);

            try (RuleSet others = RuleSet.load(folder.resolve("rules"));
                    Server server = new Server(folder, others)) {
                assertThat(server.recovered.fromCheckpoint()).isZero();
                assertThat(server.recovered.folded()).isEqualTo(50);
                assertThat(server.submit(failedLogin("next")).get(0).decision().reasons())
                        .hasSize(1);
            }
        }

        private long aLifeOf(int activities) {
            try (Server server = new Server(folder)) {
                long start = server.log.lastPosition();
                for (int i = 0; i < activities; i++) {
                    server.submit(failedLogin("l-" + (start + i)));
                }
            }
            return memoryOf(folder);
        }
    }

    @Nested
    class FailedCommit {

        @Test
        void givenAStoreThatFails_whenItWorksAgain_thenTheMemoryIsThatOfTheLog() {
            try (Server server = new Server(folder)) {
                server.submit(failedLogin("before"));
                JdbcTemplate sql = new JdbcTemplate(server.log.dataSource());
                sql.execute("ALTER TABLE DomainEventEntry ADD CONSTRAINT two_at_most CHECK (sequenceNumber < 3)");

                assertThatThrownBy(() -> server.submit(failedLogin("lost-1"), failedLogin("lost-2")))
                        .hasCauseInstanceOf(IntakeUnavailable.class);

                assertThat(server.log.lastPosition()).isEqualTo(1);
                assertThat(server.intake.standing().state()).isEqualTo(Standing.State.FAILING);
                sql.execute("ALTER TABLE DomainEventEntry DROP CONSTRAINT two_at_most");
                assertThat(server.submit(failedLogin("lost-1"), failedLogin("after")))
                        .extracting(Outcome::duplicate)
                        .containsExactly(false, false);
                assertThat(server.intake.standing().state()).isEqualTo(Standing.State.READY);
                assertThat(server.intake.standing().reason()).isEmpty();
                assertThat(server.intake.standing().position()).isEqualTo(3);
            }
            long fromLog = memoryOf(folder);
            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(3, 3, 0, fromLog));
            }
        }

        @Test
        void givenACheckpointOfOtherRules_whenTheStoreFails_thenTheMemoryIsThatOfTheLog() throws IOException {
            try (Server server = new Server(folder)) {
                server.submit(failedLogin("before"));
                new Checkpoint(folder.resolve("checkpoint"), Intake.program())
                        .write(new Checkpoint.Origin("other rules", 1, "before", 0), out -> {});
                JdbcTemplate sql = new JdbcTemplate(server.log.dataSource());
                sql.execute("ALTER TABLE DomainEventEntry ADD CONSTRAINT one_at_most CHECK (sequenceNumber < 2)");
                assertThatThrownBy(() -> server.submit(failedLogin("lost")))
                        .hasCauseInstanceOf(IntakeUnavailable.class);
                sql.execute("ALTER TABLE DomainEventEntry DROP CONSTRAINT one_at_most");

                server.submit(failedLogin("after"));
            }
            long fromLog = memoryOf(folder);
            try (Server server = new Server(folder)) {
                assertThat(server.recovered).isEqualTo(new Recovered(2, 2, 0, fromLog));
            }
        }

        @Test
        void givenALargeSubmissionOfWhichASliceFails_thenNothingBehindThatSliceIsStored() {
            IntakeSettings slicesOfTen = new IntakeSettings(100, 1 << 20, 10, 1_000, 1_000, Samples.ANY_AGE);
            try (Server server = new Server(folder, Rules.SHIPPED, slicesOfTen)) {
                JdbcTemplate sql = new JdbcTemplate(server.log.dataSource());
                sql.execute("ALTER TABLE DomainEventEntry ADD CONSTRAINT not_eighteen CHECK (sequenceNumber <> 18)");
                List<Activity> large = IntStream.range(0, 25)
                        .mapToObj(i -> failedLogin("l-" + i))
                        .toList();

                assertThatThrownBy(() -> server.submit(large, Priority.BULK).join())
                        .hasCauseInstanceOf(IntakeUnavailable.class);

                assertThat(server.submit(failedLogin("next")).get(0).decision().position())
                        .isEqualTo(11);
            }
        }

        @Test
        void givenAStoreThatGoesOnFailing_thenItIsLeftAloneForAWhile() {
            try (Server server = new Server(folder)) {
                server.submit(failedLogin("before"));
                JdbcTemplate sql = new JdbcTemplate(server.log.dataSource());
                sql.execute("ALTER TABLE DomainEventEntry ADD CONSTRAINT one_at_most CHECK (sequenceNumber < 2)");
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> server.submit(failedLogin("lost")))
                            .hasMessageContaining("could not be stored");
                }
                sql.execute("ALTER TABLE DomainEventEntry DROP CONSTRAINT one_at_most");

                assertThatThrownBy(() -> server.submit(failedLogin("lost"))).hasMessageContaining("cannot be stored");

                await().ignoreExceptions()
                        .until(() -> !server.submit(failedLogin("lost")).get(0).duplicate());
                assertThat(server.log.lastPosition()).isEqualTo(2);
            }
        }

        @Test
        void givenASecondWriter_thenTheStoreRefusesTheBatchAndTheNextFollowsTheOther() {
            try (Server server = new Server(folder)) {
                server.submit(failedLogin("a"));
                Activity other = failedLogin("other");
                Engine engine = new Engine(Rules.SHIPPED);
                engine.decide(failedLogin("a"), 1);
                server.log.append(List.of(new Decided(other, engine.decide(other, 2))));

                assertThatThrownBy(() -> server.submit(failedLogin("b"))).hasCauseInstanceOf(IntakeUnavailable.class);

                assertThat(server.submit(failedLogin("b")).get(0).decision().position())
                        .isEqualTo(3);
                assertThat(server.submit(other).get(0).duplicate()).isTrue();
            }
        }
    }

    private static Activity failedLogin(String id) {
        return Samples.read("""
                {"id":"%s","type":"login","occurredAt":"2026-01-02T03:04:05Z","outcome":"failed","reason":"bad-password",\
                "account":"acc-%s","ip":"192.0.2.1"}""".formatted(id, id));
    }

    private static List<Decided> log(EventLog log) {
        List<Decided> read = new ArrayList<>();
        log.read(0, read::add);
        return read;
    }

    private static long memoryOf(Path folder) {
        Engine engine = new Engine(Rules.SHIPPED);
        try (EventLog log = EventLog.openReadOnly(folder)) {
            log.read(
                    0,
                    recorded -> engine.decide(
                            recorded.activity(), recorded.decision().position()));
        }
        return engine.memoryHash();
    }
}
