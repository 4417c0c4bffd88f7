package io.portcullis.projections.risk;

import static io.portcullis.projections.Samples.activity;
import static io.portcullis.projections.Samples.failedLogin;
import static io.portcullis.projections.Samples.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.projections.Projections;
import io.portcullis.projections.TestLog;
import io.portcullis.projections.table.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskViewsTest {

    private static final String NOON = "2026-11-22T12:00:00Z";

    @TempDir
    Path folder;

    private TestLog log;
    private Projections projections;

    @BeforeEach
    void start() {
        log = new TestLog(folder);
        projections = Projections.start(log.store(), log.dataSource(), log.transactions());
    }

    @AfterEach
    void stop() {
        projections.close();
        log.close();
    }

    private RiskView view(EntityKind kind, String id) throws Exception {
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));
        return projections.risk().find(kind, id).orElseThrow();
    }

    @Test
    void givenNoActivity_whenAsked_thenNothingIsKnown() {
        assertThat(projections.risk().find(EntityKind.ACCOUNT, "a-1")).isEmpty();
    }

    @Test
    void givenActivitiesThatNameNoneOfAKind_whenListed_thenThereIsNone() throws Exception {
        log.decide(
                failedLogin("l-1", NOON, "a-1", "10.0.0.1"),
                Action.BLOCK,
                87,
                reason("credential-stuffing", 70, EntityKind.IP, "10.0.0.1"));
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));

        assertThat(projections
                        .risk()
                        .list(EntityKind.DEVICE, RiskQuery.riskiest())
                        .items())
                .isEmpty();
    }

    @Test
    void givenAnAccusation_whenAsked_thenOnlyTheAccusedIsRisky() throws Exception {
        log.decide(
                failedLogin("l-1", NOON, "a-1", "10.0.0.1"),
                Action.BLOCK,
                87,
                reason("credential-stuffing", 70, EntityKind.IP, "10.0.0.1"));

        RiskView address = view(EntityKind.IP, "10.0.0.1");
        assertThat(address.score()).isEqualTo(87);
        assertThat(address.band()).isEqualTo(Band.CRITICAL);
        assertThat(address.signals())
                .containsExactly(new SignalTotal(
                        "credential-stuffing",
                        "OAT-008",
                        1,
                        70,
                        Instant.parse(NOON),
                        "Rule of credential-stuffing",
                        Map.of("seen", 9L)));

        RiskView victim = view(EntityKind.ACCOUNT, "a-1");
        assertThat(victim.score()).isZero();
        assertThat(victim.signals()).isEmpty();
        assertThat(victim.recentDecisions())
                .extracting(RecentDecision::activity, RecentDecision::action, RecentDecision::signals)
                .containsExactly(tuple("l-1", Action.BLOCK, List.of("credential-stuffing")));
    }

    @Test
    void givenASignalAgain_whenAsked_thenItIsCounted_withItsHighestScoreAndItsLatestTime() throws Exception {
        Reason high = reason("brute-force", 70, EntityKind.ACCOUNT, "a-1");
        Reason low = reason("brute-force", 40, EntityKind.ACCOUNT, "a-1");
        log.decide(failedLogin("l-1", NOON, "a-1", "10.0.0.1"), Action.REVIEW, 70, high);
        log.decide(failedLogin("l-late", "2026-11-22T11:00:00Z", "a-1", "10.0.0.1"), Action.MONITOR, 40, low);
        log.decide(failedLogin("l-2", "2026-11-22T12:30:00Z", "a-1", "10.0.0.1"), Action.MONITOR, 40, low);

        assertThat(view(EntityKind.ACCOUNT, "a-1").signals())
                .extracting(SignalTotal::count, SignalTotal::score, SignalTotal::lastSeen)
                .containsExactly(tuple(3L, 70, Instant.parse("2026-11-22T12:30:00Z")));
        assertThat(view(EntityKind.ACCOUNT, "a-1").score()).isEqualTo(70);
    }

    @Test
    void givenMoreSignalsThanAreKept_whenAsked_thenThoseRaisedLastAreThere() throws Exception {
        for (int signal = 0; signal < Accusations.MAX_SIGNALS; signal++) {
            accuse("s-" + signal);
        }
        accuse("s-0");
        assertThat(view(EntityKind.ACCOUNT, "a-1").signals()).hasSize(Accusations.MAX_SIGNALS);

        accuse("one more");

        assertThat(view(EntityKind.ACCOUNT, "a-1").signals())
                .hasSize(Accusations.MAX_SIGNALS)
                .extracting(SignalTotal::signal)
                .contains("s-0", "s-2", "one more")
                .doesNotContain("s-1");
    }

    private void accuse(String signal) {
        log.decide(
                failedLogin("l-" + signal, NOON, "a-1", "10.0.0.1"),
                Action.MONITOR,
                40,
                reason(signal, 40, EntityKind.ACCOUNT, "a-1"));
    }

    @Test
    void givenAnAccusedNetwork_whenAsked_thenItHasAViewOfThatAlone() throws Exception {
        log.decide(
                failedLogin("l-1", NOON, "a-1", "10.0.0.1"),
                Action.REVIEW,
                60,
                reason("password-spraying", 60, EntityKind.NETWORK, "AS64512"));
        log.allow(failedLogin("l-2", NOON, "a-2", "10.0.0.1"));

        RiskView network = view(EntityKind.NETWORK, "AS64512");
        assertThat(network.score()).isEqualTo(60);
        assertThat(network.activities()).isEqualTo(1);
        assertThat(network.signals())
                .extracting(SignalTotal::signal, SignalTotal::evidence)
                .containsExactly(tuple("password-spraying", Map.of("seen", 9L)));
    }

    @Test
    void givenEvidenceOfEverySort_whenAsked_thenItIsAsTheRuleSawIt_andNoMoreThanSixteen() throws Exception {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("count login.failed, 10m", 12L);
        seen.put("speed whereabouts", new BigDecimal("1423.5"));
        seen.put("isNew device, 30d", true);
        seen.put("method", "POST");
        for (int i = seen.size(); i < 20; i++) {
            seen.put("asked " + i, -(long) i);
        }
        log.decide(
                failedLogin("l-1", NOON, "a-1", "10.0.0.1"),
                Action.REVIEW,
                70,
                new Reason("R", "takeover", "OAT-007", 70, new EntityRef(EntityKind.ACCOUNT, "a-1"), seen));

        Map<String, Object> kept =
                view(EntityKind.ACCOUNT, "a-1").signals().get(0).evidence();
        assertThat(kept).hasSize(16).containsExactlyEntriesOf(first(seen, 16));
    }

    private static Map<String, Object> first(Map<String, Object> all, int size) {
        Map<String, Object> first = new LinkedHashMap<>();
        all.entrySet().stream().limit(size).forEach(each -> first.put(each.getKey(), each.getValue()));
        return first;
    }

    @Test
    void givenLaterCalmActivity_whenAWeekHasPassed_thenTheEntityIsRiskyNoMore() throws Exception {
        log.decide(
                failedLogin("l-1", "2026-11-01T12:00:00Z", "a-1", "10.0.0.1"),
                Action.REVIEW,
                70,
                reason("brute-force", 70, EntityKind.ACCOUNT, "a-1"));
        log.allow(failedLogin("l-2", "2026-11-07T12:00:00Z", "a-1", "10.0.0.1"));
        assertThat(view(EntityKind.ACCOUNT, "a-1").score()).isEqualTo(70);

        log.allow(failedLogin("l-3", "2026-11-08T12:00:00Z", "a-1", "10.0.0.1"));
        assertThat(view(EntityKind.ACCOUNT, "a-1").score()).isZero();
        assertThat(view(EntityKind.ACCOUNT, "a-1").signals()).hasSize(1);
    }

    @Test
    void givenActivitiesOverAMonth_whenAsked_thenEachWindowCountsItsOwn() throws Exception {
        log.allow(failedLogin("l-1", "2026-11-01T12:00:00Z", "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-2", "2026-11-20T12:00:00Z", "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-3", "2026-11-22T02:00:00Z", "a-1", "10.0.0.1"));
        log.allow(activity("{'id':'p-1','type':'payment','occurredAt':'" + NOON
                + "','account':'a-1','outcome':'declined','kind':'charge'}"));
        log.allow(
                activity("{'id':'r-1','type':'api-request','occurredAt':'" + NOON + "','account':'a-1','status':404}"));

        assertThat(view(EntityKind.ACCOUNT, "a-1").counts())
                .containsEntry(
                        "1h",
                        Map.of(
                                "payment", 1L,
                                "payment.declined", 1L,
                                "payment.charge", 1L,
                                "request", 1L,
                                "request.status.4xx", 1L))
                .hasEntrySatisfying("24h", day -> assertThat(day).containsEntry("login.failed", 1L))
                .hasEntrySatisfying("7d", week -> assertThat(week).containsEntry("login.failed", 2L))
                .hasEntrySatisfying("30d", month -> assertThat(month).containsEntry("login", 3L));
    }

    @Test
    void givenALateActivity_whenAsked_thenItCountsInItsOwnHour() throws Exception {
        log.allow(failedLogin("l-1", NOON, "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-2", "2026-11-22T06:00:00Z", "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-3", "2025-01-01T00:00:00Z", "a-1", "10.0.0.1"));

        RiskView view = view(EntityKind.ACCOUNT, "a-1");
        assertThat(view.activities()).isEqualTo(3);
        assertThat(view.firstSeen()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(view.lastSeen()).isEqualTo(NOON);
        assertThat(view.counts().get("1h")).containsEntry("login", 1L);
        assertThat(view.counts().get("24h")).containsEntry("login", 2L);
        assertThat(view.counts().get("30d")).containsEntry("login", 2L);
    }

    @Test
    void givenAnActivityJustTooLateToBeCounted_whenAsked_thenTheCountsOfTheOthersStay() throws Exception {
        log.allow(failedLogin("l-1", NOON, "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-2", "2026-11-22T10:55:00Z", "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-3", "2026-11-21T11:00:00Z", "a-1", "10.0.0.1"));
        log.allow(failedLogin("l-4", "2026-10-22T12:00:00Z", "a-1", "10.0.0.1"));

        RiskView view = view(EntityKind.ACCOUNT, "a-1");
        assertThat(view.counts().get("1h")).containsEntry("login", 1L);
        assertThat(view.counts().get("24h")).containsEntry("login", 2L);
        assertThat(view.counts().get("30d")).containsEntry("login", 3L);
    }

    @Test
    void givenSignups_whenAsked_thenTheyAreCountedByTheirOutcome() throws Exception {
        log.allow(activity("{'id':'s-1','type':'signup','occurredAt':'" + NOON
                + "','ip':'10.0.0.1','account':'a-1','outcome':'succeeded'}"));
        log.allow(activity("{'id':'s-2','type':'signup','occurredAt':'" + NOON
                + "','ip':'10.0.0.1','account':'a-2','outcome':'rejected'}"));

        assertThat(view(EntityKind.IP, "10.0.0.1").counts().get("1h"))
                .isEqualTo(Map.of("signup", 2L, "signup.succeeded", 1L, "signup.rejected", 1L));
    }

    @Test
    void givenATime_whenAsked_thenCountsEndThere() throws Exception {
        log.allow(failedLogin("l-1", NOON, "a-1", "10.0.0.1"));
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));

        Optional<RiskView> nextDay =
                projections.risk().find(EntityKind.ACCOUNT, "a-1", Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(nextDay.orElseThrow().counts().get("24h")).isEmpty();
        assertThat(nextDay.orElseThrow().counts().get("7d")).containsEntry("login", 1L);
    }

    @Test
    void givenManyNeighbours_whenAsked_thenTheMostRecentAreListed() throws Exception {
        for (int account = 0; account < 40; account++) {
            log.allow(failedLogin("l-" + account, NOON, "a-" + account, "10.0.0.1"));
        }
        log.allow(failedLogin("l-again", "2026-11-22T12:00:01Z", "a-39", "10.0.0.1"));

        List<Linked> accounts =
                Objects.requireNonNull(view(EntityKind.IP, "10.0.0.1").links().get("account"));
        assertThat(accounts).hasSize(Neighbours.MAX);
        assertThat(accounts.get(0)).isEqualTo(new Linked("a-39", 2, Instant.parse("2026-11-22T12:00:01Z")));
    }

    @Test
    void givenManyDecisions_whenAsked_thenTheNewestAreKept() throws Exception {
        for (int login = 0; login < 30; login++) {
            log.decide(failedLogin("l-" + login, NOON, "a-1", "10.0.0.1"), Action.MONITOR, 30);
        }
        log.allow(failedLogin("calm", NOON, "a-1", "10.0.0.1"));

        assertThat(view(EntityKind.ACCOUNT, "a-1").recentDecisions())
                .hasSize(Profile.MAX_DECISIONS)
                .first()
                .extracting(RecentDecision::activity)
                .isEqualTo("l-29");
    }

    @Test
    void givenOddIdentifiers_whenAsked_thenTheyAreFoundAsTheyAre() throws Exception {
        List<String> odd = List.of("x".repeat(1024), "\u0000", "😀 tab\tand 'quote'", "sha-256:abc");
        for (String id : odd) {
            log.allow(activity("{'id':'l','type':'login','occurredAt':'" + NOON + "','outcome':'failed','account':'"
                    + id.replace("\u0000", "\\u0000").replace("\t", "\\t").replace("'", "\\u0027") + "'}"));
        }
        for (String id : odd) {
            assertThat(view(EntityKind.ACCOUNT, id).id()).isEqualTo(id);
        }
        assertThat(projections
                        .risk()
                        .list(EntityKind.ACCOUNT, RiskQuery.riskiest())
                        .items())
                .extracting(RiskSummary::id)
                .containsExactlyInAnyOrderElementsOf(odd);
    }

    @Test
    void givenAccountsOfEveryBand_whenListed_thenTheRiskiestComeFirstPageByPage() throws Exception {
        for (int account = 0; account <= 100; account++) {
            log.decide(
                    failedLogin("l-" + account, NOON, "a-" + account, "10.0.0.1"),
                    Action.MONITOR,
                    account,
                    reason("brute-force", 50, EntityKind.ACCOUNT, "a-" + account));
        }
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));

        assertThat(scores(new RiskQuery(0, null, RiskQuery.Sort.SCORE, null, 7)))
                .hasSize(101)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(scores(new RiskQuery(0, Band.HIGH, RiskQuery.Sort.SCORE, null, 7)))
                .hasSize(25)
                .allMatch(score -> Band.of(score) == Band.HIGH);
        assertThat(scores(new RiskQuery(90, null, RiskQuery.Sort.LAST_SEEN, null, 5)))
                .containsExactlyInAnyOrder(90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100);
    }

    @Test
    void givenAccountsOfDifferentActivity_whenListed_thenTheMostActiveOrTheLatestComeFirstPageByPage()
            throws Exception {
        for (int account = 0; account < 5; account++) {
            for (int login = 0; login <= account * 2 % 5; login++) {
                log.allow(failedLogin(
                        "l-" + account + login, "2026-11-22T12:00:0" + account + "Z", "a-" + account, "10.0.0.1"));
            }
        }
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));

        assertThat(listed(new RiskQuery(0, null, RiskQuery.Sort.ACTIVITIES, null, 2)))
                .extracting(RiskSummary::activities)
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(listed(new RiskQuery(0, null, RiskQuery.Sort.LAST_SEEN, null, 2)))
                .extracting(RiskSummary::id)
                .containsExactly("a-4", "a-3", "a-2", "a-1", "a-0");
    }

    private List<Integer> scores(RiskQuery query) {
        return listed(query).stream().map(RiskSummary::score).toList();
    }

    private List<RiskSummary> listed(RiskQuery query) {
        List<RiskSummary> items = new ArrayList<>();
        String cursor = query.cursor();
        do {
            Page<RiskSummary> page = projections
                    .risk()
                    .list(
                            EntityKind.ACCOUNT,
                            new RiskQuery(query.minScore(), query.band(), query.sort(), cursor, query.limit()));
            items.addAll(page.items());
            cursor = page.cursor();
        } while (cursor != null);
        return items;
    }

    @Test
    void givenSomeoneElsesCursor_whenListed_thenItIsRefused() {
        RiskQuery query = new RiskQuery(0, null, RiskQuery.Sort.SCORE, "bm9uc2Vuc2U", 5);
        assertThatThrownBy(() -> projections.risk().list(EntityKind.ACCOUNT, query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void givenAKindWithoutAView_whenAsked_thenItSaysSo() {
        RiskViews ofAccounts = new RiskViews(log.dataSource(), Set.of(EntityKind.ACCOUNT));
        assertThatThrownBy(() -> ofAccounts.find(EntityKind.CARD, "c-1"))
                .hasMessageContaining("no risk view is kept of cards");
    }
}
