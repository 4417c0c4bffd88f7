package io.portcullis.projections.decisions;

import static io.portcullis.projections.Samples.activity;
import static io.portcullis.projections.Samples.failedLogin;
import static io.portcullis.projections.Samples.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.Projections;
import io.portcullis.projections.TestLog;
import io.portcullis.projections.table.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {

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

    private DecisionLog decisions() throws Exception {
        projections.views().awaitCaughtUp(Duration.ofSeconds(30));
        return projections.decisions();
    }

    @Test
    void givenAFlaggedActivity_whenAskedFor_thenItsDecisionIsWhole() throws Exception {
        Decision blocked = log.decide(
                failedLogin("l-1", "2026-11-22T12:00:00.123456789Z", "a-1", "10.0.0.1"),
                Action.BLOCK,
                90,
                reason("brute-force", 90, EntityKind.ACCOUNT, "a-1"));

        assertThat(decisions().find("l-1")).contains(blocked);
        assertThat(decisions().list(DecisionQuery.newest()).items()).containsExactly(blocked);
    }

    @Test
    void givenAnAllowedActivity_whenAskedFor_thenItIsReadFromTheLogAndNotListed() throws Exception {
        Decision allowed = log.allow(failedLogin("l-1", "2026-11-22T12:00:00Z", "a-1", "10.0.0.1"));

        assertThat(decisions().find("l-1")).contains(allowed);
        assertThat(decisions().find("l-2")).isEmpty();
        assertThat(decisions().list(DecisionQuery.newest()).items()).isEmpty();
    }

    @Test
    void givenAnIdUsedAgain_whenAskedFor_thenTheNewestDecisionAnswers() throws Exception {
        log.allow(failedLogin("l-1", "2026-11-22T12:00:00Z", "a-1", "10.0.0.1"));
        Decision again = log.allow(failedLogin("l-1", "2027-11-22T12:00:00Z", "a-1", "10.0.0.1"));

        assertThat(decisions().find("l-1")).contains(again);
    }

    @Test
    void givenDecisions_whenFiltered_thenThoseThatMatchAreListedNewestFirst() throws Exception {
        log.decide(
                activity(
                        "{'id':'old','type':'login','occurredAt':'2026-11-22T10:00:00Z','account':'a-1','device':'d-1',"
                                + "'outcome':'failed'}"),
                Action.BLOCK,
                90,
                reason("brute-force", 60, EntityKind.ACCOUNT, "a-1"),
                reason("spraying", 60, EntityKind.DEVICE, "d-1"));
        log.decide(
                activity(
                        "{'id':'new','type':'login','occurredAt':'2026-11-22T12:00:00Z','account':'a-1','device':'d-2',"
                                + "'outcome':'failed'}"),
                Action.REVIEW,
                70,
                reason("brute-force", 70, EntityKind.ACCOUNT, "a-1"));
        log.decide(
                activity(
                        "{'id':'late','type':'login','occurredAt':'2026-11-22T11:00:00Z','account':'a-2','device':'d-1',"
                                + "'outcome':'failed'}"),
                Action.BLOCK,
                90,
                reason("spraying", 90, EntityKind.DEVICE, "d-1"));

        assertThat(ids(null, null, null, null, null, null)).containsExactly("new", "late", "old");
        assertThat(ids(Action.BLOCK, null, null, null, null, null)).containsExactly("late", "old");
        assertThat(ids(null, "brute-force", null, null, null, null)).containsExactly("new", "old");
        assertThat(ids(null, null, "a-1", null, null, null)).containsExactly("new", "old");
        assertThat(ids(null, null, null, "d-1", null, null)).containsExactly("late", "old");
        assertThat(ids(Action.BLOCK, "brute-force", "a-1", "d-1", null, null)).containsExactly("old");
        assertThat(ids(null, "spraying", "a-2", null, null, null)).containsExactly("late");
        assertThat(ids(null, null, null, null, "2026-11-22T11:00:00Z", "2026-11-22T12:00:00Z"))
                .containsExactly("late");
        assertThat(ids(null, "unheard-of", null, null, null, null)).isEmpty();
    }

    private List<String> ids(
            @Nullable Action action,
            @Nullable String signal,
            @Nullable String account,
            @Nullable String device,
            @Nullable String from,
            @Nullable String to)
            throws Exception {
        DecisionQuery query = new DecisionQuery(action, signal, account, device, instant(from), instant(to), null, 10);
        return decisions().list(query).items().stream().map(Decision::activity).toList();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    @Test
    void givenManyDecisionsOfOneInstant_whenPaged_thenEachIsListedOnce() throws Exception {
        for (int login = 0; login < 25; login++) {
            log.decide(
                    failedLogin("l-" + login, "2026-11-22T12:00:00Z", "a-1", "10.0.0.1"),
                    Action.CHALLENGE,
                    60,
                    reason("brute-force", 60, EntityKind.ACCOUNT, "a-1"));
        }

        for (String signal : new @Nullable String[] {null, "brute-force"}) {
            List<Long> positions = new ArrayList<>();
            String cursor = null;
            do {
                Page<Decision> page =
                        decisions().list(new DecisionQuery(null, signal, null, null, null, null, cursor, 10));
                page.items().forEach(decision -> positions.add(decision.position()));
                cursor = page.cursor();
            } while (cursor != null);
            assertThat(positions).hasSize(25).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void givenALimitOutOfRange_whenAsked_thenItSaysWhichIsIn() {
        assertThatThrownBy(() -> new DecisionQuery(null, null, null, null, null, null, null, 0))
                .hasMessage("limit must be 1 to 500");
    }
}
