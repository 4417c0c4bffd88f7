package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.portcullis.domain.decision.Decision;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that compares an account with its peers, from its text to its decision. */
class PeersTest {

    private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void exportsBeyondPeers() {
        given = new RuleFolder(folder)
                .rule(
                        "Exports beyond its peers",
                        "export-burst",
                        60,
                        "account",
                        "ApiRequest( endpoint.purpose == \"export\", account.peers(\"request.purpose.export\", \"1h\") >= 3 )");
    }

    private static Decision export(Story story, int minute, String account) {
        return story.decide(Story.activity(
                START.plusSeconds(60L * minute).toString(),
                "'type':'api-request','method':'POST','path':'/v1/reports/export','status':200,'account':'" + account
                        + "'"));
    }

    /** Thirty accounts export one to four things in an hour, four hours a day. */
    private static boolean isFlagged(Story story, int days) {
        boolean flagged = false;
        for (int day = 0; day < days; day++) {
            for (int minute = 0; minute < 240; minute++) {
                String account = "a" + (minute * 7 + day) % 30;
                for (int i = 0; i <= (minute + day) % 2; i++) {
                    flagged |= export(story, day * 1440 + minute, account).score() > 0;
                }
            }
        }
        return flagged;
    }

    @Test
    void givenAnAccountThatExportsManyTimesWhatOthersDo_thenItIsFlagged_andNobodyElseIs() throws Exception {
        try (Story story = given.story()) {
            assertThat(isFlagged(story, 3)).isFalse();
            int morning = 3 * 1440;
            for (int i = 1; i < 12; i++) {
                assertThat(export(story, morning, "thief").score()).isZero();
            }
            Decision decision = export(story, morning, "thief");
            assertThat(decision.score()).isEqualTo(60);
            assertThat(Story.evidence(decision))
                    .containsExactly(
                            entry("endpoint.purpose", "export"), entry("peers request.purpose.export, 1h", 3L));
            assertThat(Story.evidence(export(story, morning, "thief")))
                    .contains(entry("peers request.purpose.export, 1h", new BigDecimal("3.25")));
            assertThat(export(story, morning + 1, "a1").score()).isZero();
        }
    }

    @Test
    void givenThePastIsNotKnown_thenNobodyIsAccused() throws Exception {
        try (Story story = given.story()) {
            for (int i = 0; i < 300; i++) {
                assertThat(export(story, 0, "partner").score()).isZero();
            }
        }
    }

    @Test
    void givenATallyThatRulesCount_thenPeersAreComparedByIt() throws Exception {
        given = new RuleFolder(folder)
                .tally("Large exports", "ApiRequest( attribute(\"rows\") == \"many\" )", "large-export")
                .rule(
                        "Exports beyond its peers",
                        "export-burst",
                        60,
                        "ip",
                        "ApiRequest( ip.peers(\"large-export\", \"10m\") > 1 )");
        try (Story story = given.story()) {
            for (int window = 0; window < 20; window++) {
                for (int i = 0; i < 30; i++) {
                    assertThat(large(story, window, i).score()).isZero();
                }
            }
            assertThat(large(story, 20, 1).score()).isZero();
            assertThat(large(story, 20, 1).score()).isEqualTo(60);
        }
    }

    private static Decision large(Story story, int window, int who) {
        return story.decide(Story.activity(
                START.plusSeconds(600L * window).toString(),
                "'type':'api-request','method':'POST','path':'/export','attributes':{'rows':'many'},'ip':'192.0.2."
                        + who + "'"));
    }
}
