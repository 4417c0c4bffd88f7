package io.portcullis.projections.processing;

import static io.portcullis.projections.Samples.failedLogin;
import static io.portcullis.projections.Samples.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.Projections;
import io.portcullis.projections.TestLog;
import io.portcullis.projections.decisions.DecisionQuery;
import io.portcullis.projections.risk.EntityRisk;
import io.portcullis.projections.risk.RiskQuery;
import io.portcullis.projections.risk.RiskView;
import io.portcullis.projections.risk.RiskViews;
import io.portcullis.projections.table.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ViewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Projections start() {
        return Projections.start(log.store(), log.dataSource(), log.transactions());
    }

    /** Logins of 20 accounts from 10 addresses; every third is accused of something. */
    private void append(int logins) {
        List<Decided> batch = new ArrayList<>();
        for (int login = 0; login < logins; login++) {
            String account = "a-" + login % 20;
            Activity activity =
                    failedLogin("l-" + login, "2026-11-22T12:00:0" + login % 10 + "Z", account, "10.0.0." + login % 10);
            batch.add(
                    login % 3 == 0
                            ? log.decided(
                                    activity,
                                    Action.REVIEW,
                                    60 + login % 20,
                                    reason("brute-force", 60, EntityKind.ACCOUNT, account))
                            : log.decided(activity, Action.ALLOW, 0));
        }
        log.append(batch);
    }

    private static List<Optional<RiskView>> answers(Projections projections) {
        List<Optional<RiskView>> views = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            views.add(projections.risk().find(EntityKind.ACCOUNT, "a-" + n));
            views.add(projections.risk().find(EntityKind.IP, "10.0.0." + n));
        }
        return views;
    }

    private long rows(String table) {
        return JdbcClient.create(log.dataSource())
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    @Test
    void givenWorkThatComesFirst_thenTheViewsAreBehindUntilItIsDone() throws Exception {
        append(300);
        CompletableFuture<String> first = new CompletableFuture<>();
        try (Projections projections = Projections.start(log.store(), log.dataSource(), log.transactions(), first)) {
            append(300);
            assertThat(projections.behind(EntityKind.ACCOUNT)).isGreaterThanOrEqualTo(599);

            first.complete("done");
            projections.views().awaitCaughtUp(PATIENCE);
            assertThat(projections.behind(EntityKind.ACCOUNT)).isZero();
        }
    }

    @Test
    void givenARestart_whenMoreHappens_thenEveryActivityCountsOnce() throws Exception {
        append(3_000);
        try (Projections projections = start()) {
            projections.views().awaitCaughtUp(PATIENCE);
        }
        append(3_000);
        try (Projections projections = start()) {
            projections.views().awaitCaughtUp(PATIENCE);
            assertThat(answers(projections).subList(0, 2))
                    .extracting(view -> view.orElseThrow().activities())
                    .containsExactly(300L, 600L);
            assertThat(projections.views().progress())
                    .extracting(Progress::view, Progress::generation, Progress::answers, Progress::behind)
                    .contains(tuple("account-risk", 1, true, 0L), tuple("decision-log", 1, true, 0L));
        }
    }

    /** The page that the other one makes it read begins with what it has folded. */
    @Test
    void givenAViewThatIsAheadOfAnother_whenBothGoOn_thenItCountsEveryActivityOnce() throws Exception {
        View accounts = new EntityRisk(EntityKind.ACCOUNT, log.dataSource());
        View addresses = new EntityRisk(EntityKind.IP, log.dataSource());
        append(500);
        try (Views views = Views.start(List.of(accounts), log.store(), log.dataSource(), log.transactions())) {
            views.awaitCaughtUp(PATIENCE);
        }
        append(300);
        try (Views views =
                Views.start(List.of(addresses, accounts), log.store(), log.dataSource(), log.transactions())) {
            views.awaitCaughtUp(PATIENCE);
            RiskViews risk = new RiskViews(log.dataSource(), Set.of(EntityKind.ACCOUNT, EntityKind.IP));
            assertThat(risk.find(EntityKind.ACCOUNT, "a-0").orElseThrow().activities())
                    .isEqualTo(40);
            assertThat(risk.find(EntityKind.IP, "10.0.0.0").orElseThrow().activities())
                    .isEqualTo(80);
        }
    }

    @Test
    void givenEveryView_whenRebuilt_thenAnswersAreTheSameAndTheOldRowsAreGone() throws Exception {
        append(5_000);
        try (Projections projections = start()) {
            projections.views().awaitCaughtUp(PATIENCE);
            List<Optional<RiskView>> before = answers(projections);
            Page<Decision> decisions = projections.decisions().list(DecisionQuery.newest());
            long rows = rows("account_risk") + rows("decision") + rows("decision_signal") + rows("activity_position");

            for (String view : projections.views().names()) {
                assertThat(projections.views().rebuild(view)).isTrue();
                assertThat(projections.views().rebuild(view)).isFalse();
            }
            for (String view : projections.views().names()) {
                projections.views().awaitRebuilt(view, PATIENCE);
            }

            assertThat(answers(projections)).isEqualTo(before);
            assertThat(projections.decisions().list(DecisionQuery.newest())).isEqualTo(decisions);
            assertThat(rows("account_risk") + rows("decision") + rows("decision_signal") + rows("activity_position"))
                    .isEqualTo(rows);
            assertThat(projections.views().progress()).allMatch(each -> each.generation() == 2 && each.answers());
            append(20);
            projections.views().awaitCaughtUp(PATIENCE);
            assertThat(projections
                            .risk()
                            .find(EntityKind.ACCOUNT, "a-0")
                            .orElseThrow()
                            .activities())
                    .isEqualTo(251);
        }
    }

    /** A view that can be held back, and that counts what it has folded. */
    private static final class Held implements View {
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger removed = new AtomicInteger();
        private final View view;

        private Held(View view) {
            this.view = view;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public @Nullable Object key(Activity activity, List<Reason> reasons) {
            return view.key(activity, reasons);
        }

        @Override
        public Changes changes(int generation) {
            if (generation == 2) {
                await();
            }
            return view.changes(generation);
        }

        private void await() {
            try {
                assertThat(open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean remove(int generation) {
            removed.incrementAndGet();
            return view.remove(generation);
        }
    }

    @Test
    void givenARebuildUnderWay_whenAsked_thenTheOldViewAnswersUntilTheNewOneHasCaughtUp() throws Exception {
        append(2_000);
        RiskViews risk = new RiskViews(log.dataSource(), Set.of(EntityKind.ACCOUNT));
        Held held = new Held(new EntityRisk(EntityKind.ACCOUNT, log.dataSource()));
        try (Views views = Views.start(List.of(held), log.store(), log.dataSource(), log.transactions())) {
            views.awaitCaughtUp(PATIENCE);
            Optional<RiskView> before = risk.find(EntityKind.ACCOUNT, "a-0");

            assertThat(views.rebuild(held.name())).isTrue();
            while (views.progress().size() < 2) {
                Thread.onSpinWait();
            }
            // The views are tended every tenth of a second.
            Thread.sleep(1_000);
            assertThat(views.isRebuilding(held.name())).isTrue();
            assertThat(views.progress())
                    .extracting(Progress::generation, Progress::answers, each -> each.behind() > 0)
                    .containsExactly(tuple(1, true, false), tuple(2, false, true));
            assertThat(risk.find(EntityKind.ACCOUNT, "a-0")).isEqualTo(before);
            assertThat(risk.list(EntityKind.ACCOUNT, RiskQuery.riskiest()).items())
                    .hasSize(20);

            held.open.countDown();
            views.awaitRebuilt(held.name(), PATIENCE);
            assertThat(risk.find(EntityKind.ACCOUNT, "a-0")).isEqualTo(before);
            assertThat(held.removed).hasPositiveValue();
        }
    }

    @Test
    void givenARebuildCutShort_whenStartedAgain_thenItGoesOn() throws Exception {
        append(2_000);
        try (Projections projections = start()) {
            projections.views().awaitCaughtUp(PATIENCE);
            projections.views().rebuild("ip-risk");
        }
        try (Projections projections = start()) {
            projections.views().awaitRebuilt("ip-risk", PATIENCE);
            assertThat(projections
                            .risk()
                            .find(EntityKind.IP, "10.0.0.1")
                            .orElseThrow()
                            .activities())
                    .isEqualTo(200);
        }
    }

    @Test
    void givenALogThatLostItsEnd_whenStartedAgain_thenViewsCountOnlyWhatItHolds() throws Exception {
        append(400);
        try (Projections projections = start()) {
            projections.views().awaitCaughtUp(PATIENCE);
        }
        JdbcClient.create(log.dataSource())
                .sql("DELETE FROM DomainEventEntry WHERE sequenceNumber > 200")
                .update();
        log.close();
        log = new TestLog(folder);
        try (Projections projections = start()) {
            projections.views().awaitRebuilt("account-risk", PATIENCE);
            assertThat(projections
                            .risk()
                            .find(EntityKind.ACCOUNT, "a-1")
                            .orElseThrow()
                            .activities())
                    .isEqualTo(10);
        }
    }

    /** Fails twice after it has written, as when the database goes away before the commit. */
    private static final class Failing implements View {
        private final AtomicInteger flushes = new AtomicInteger();
        private final View view;
        private final Runnable failure;

        private Failing(View view, Runnable failure) {
            this.view = view;
            this.failure = failure;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public @Nullable Object key(Activity activity, List<Reason> reasons) {
            return view.key(activity, reasons);
        }

        @Override
        public Changes changes(int generation) {
            Changes changes = view.changes(generation);
            return new Changes() {
                @Override
                public void add(Decided decided) {
                    changes.add(decided);
                }

                @Override
                public void flush() {
                    changes.flush();
                    if (flushes.incrementAndGet() <= 2) {
                        failure.run();
                    }
                }
            };
        }

        @Override
        public boolean remove(int generation) {
            return view.remove(generation);
        }
    }

    @Test
    void givenBatchesThatFail_whenTriedAgain_thenEveryActivityCountsOnce() throws Exception {
        countsOnceDespite(() -> {
            throw new IllegalStateException("the batch cannot be committed");
        });
    }

    @Test
    void givenBatchesThatFailByAnError_whenTriedAgain_thenEveryActivityCountsOnce() throws Exception {
        countsOnceDespite(() -> {
            throw new OutOfMemoryError("said by a test");
        });
    }

    private void countsOnceDespite(Runnable failure) throws Exception {
        append(2_000);
        Failing failing = new Failing(new EntityRisk(EntityKind.ACCOUNT, log.dataSource()), failure);
        RiskViews risk = new RiskViews(log.dataSource(), Set.of(EntityKind.ACCOUNT));
        try (Views views = Views.start(List.of(failing), log.store(), log.dataSource(), log.transactions())) {
            views.awaitCaughtUp(PATIENCE);
            for (int n = 0; n < 20; n++) {
                assertThat(risk.find(EntityKind.ACCOUNT, "a-" + n).orElseThrow().activities())
                        .isEqualTo(100);
            }
        }
    }

    @Test
    void givenAnUnknownView_whenRebuilt_thenTheKnownOnesAreNamed() {
        try (Projections projections = start()) {
            assertThatThrownBy(() -> projections.views().rebuild("risk"))
                    .hasMessageContaining("user-risk, account-risk, organization-risk, device-risk, ip-risk,");
        }
    }
}
