package io.portcullis.rules;

import static io.portcullis.rules.Story.evidence;
import static io.portcullis.rules.Story.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine decides, with rules that each test writes. */
class EngineTest {

    private static final String LOGIN = "'type':'login','outcome':'succeeded','ip':'192.0.2.1','account':'alice'";
    private static final String FAILURE = "'type':'login','outcome':'failed','ip':'192.0.2.1','account':'alice'";

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void newFolder() {
        given = new RuleFolder(folder);
    }

    private static String payment(String amount) {
        return "'type':'payment','kind':'charge','outcome':'approved','ip':'192.0.2.1','amount':" + amount;
    }

    @Nested
    @DisplayName("An activity")
    class AnActivity {

        @Test
        void givenNoRuleThatFires_thenItIsAllowed_withItsPlaceAndRuleSet() throws Exception {
            try (Story story = given.rule("Never", 50, "Payment()").story()) {
                story.at("10:00:00", LOGIN);
                Decision decision = story.at("10:00:01", LOGIN);
                assertThat(decision.activity()).isEqualTo("a");
                assertThat(decision.action()).isEqualTo(Action.ALLOW);
                assertThat(decision.score()).isZero();
                assertThat(decision.reasons()).isEmpty();
                assertThat(decision.retryAfterSeconds()).isNull();
                assertThat(decision.position()).isEqualTo(2);
                assertThat(decision.ruleSet()).isEqualTo(story.ruleSet().id());
                assertThat(decision.isPlainAllow()).isTrue();
            }
        }

        @Test
        void givenARuleThatFires_thenItsReasonSaysWhoAndWhy() throws Exception {
            given.rule(
                    "Two failures", "guessing", 60, "ip", "Login( failed, ip.count(\"login.failed\", \"1h\") >= 2 )");
            try (Story story = given.story()) {
                assertThat(story.at("10:00:00", FAILURE).reasons()).isEmpty();
                assertThat(story.at("10:00:01", FAILURE).reasons())
                        .singleElement()
                        .satisfies(reason -> {
                            assertThat(reason.rule()).isEqualTo("Two failures");
                            assertThat(reason.signal()).isEqualTo("guessing");
                            assertThat(reason.threat()).isEqualTo("OAT-001");
                            assertThat(reason.score()).isEqualTo(60);
                            assertThat(reason.entity()).isEqualTo(new EntityRef(EntityKind.IP, "192.0.2.1"));
                            assertThat(reason.evidence()).containsExactly(entry("count login.failed, 1h", 2L));
                        });
            }
        }

        @Test
        void givenARuleOverActivity_thenEveryTypeIsMeant() throws Exception {
            try (Story story = given.rule("Any", 50, "Activity( ip.present )").story()) {
                assertThat(rules(story.at("10:00:00", LOGIN))).containsExactly("Any");
                assertThat(rules(story.at("10:00:00", payment("5")))).containsExactly("Any");
                assertThat(rules(story.at("10:00:00", "'type':'api-request','ip':'192.0.2.1'")))
                        .containsExactly("Any");
                assertThat(rules(story.at("10:00:00", "'type':'signup','outcome':'rejected','ip':'192.0.2.1'")))
                        .containsExactly("Any");
                assertThat(rules(story.at("10:00:00", "'type':'signup','outcome':'rejected','account':'a'")))
                        .isEmpty();
            }
        }

        @Test
        void givenAFieldOfItsOwn_thenRulesCanReadIt() throws Exception {
            given.rule("Free", 50, "Login( attribute(\"plan\") == \"free\", attribute(\"none\") == \"\" )");
            try (Story story = given.story()) {
                assertThat(rules(story.at("10:00:00", LOGIN + ",'plan':'free'")))
                        .containsExactly("Free");
                assertThat(rules(story.at("10:00:00", LOGIN + ",'plan':'paid'")))
                        .isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("Evidence")
    class TheEvidence {

        @Test
        void givenQuestionsToOthersThanTheAccused_thenTheyAreNamed() throws Exception {
            given.rule(
                    "Asks",
                    "asks",
                    50,
                    "account",
                    "Login( ip.count(\"login\", \"1h\") > 0, account.distinct(\"ip\", \"1h\") > 0,"
                            + " network.rate(\"login\", \"1m\") > 0 )");
            try (Story story = given.story()) {
                assertThat(evidence(story.at("10:00:00", LOGIN)))
                        .containsExactly(
                                entry("ip count login, 1h", 1L),
                                entry("distinct ip, 1h", 1L),
                                entry("network rate login, 1m", 1L));
            }
        }

        @Test
        void givenProperties_thenTheirValuesAreThere_butNoPersonsAddress() throws Exception {
            given.rule(
                    "Looks",
                    50,
                    "Signup( emailDomain == \"mail.test\", email != \"\", phone != \"\", promo != \"x\" )");
            try (Story story = given.story()) {
                assertThat(evidence(story.at(
                                "10:00:00",
                                "'type':'signup','outcome':'succeeded','ip':'192.0.2.1','email':'jo@Mail.test',"
                                        + "'phone':'1','promo':'p'")))
                        .containsExactly(entry("emailDomain", "mail.test"), entry("promo", "p"));
            }
        }

        @Test
        void givenFractions_thenTheyHaveThreeDecimals_andWholeNumbersNone() throws Exception {
            given.rule(
                    "Sums",
                    50,
                    "Payment( amount > 0, ip.sum(\"amount\", \"payment\", \"1h\") > 0,"
                            + " ip.rate(\"payment\", \"7m\") > 0 )");
            try (Story story = given.story()) {
                assertThat(evidence(story.at("10:00:00", payment("10.10"))))
                        .containsExactly(
                                entry("amount", new BigDecimal("10.1")),
                                entry("sum amount, payment, 1h", new BigDecimal("10.1")),
                                entry("rate payment, 7m", new BigDecimal("0.143")));
                assertThat(evidence(story.at("10:00:01", payment("0.90"))))
                        .containsEntry("sum amount, payment, 1h", 11L);
            }
        }

        @Test
        void givenALongText_thenItIsCut_butNeverWithinACharacter() throws Exception {
            try (Story story =
                    given.rule("Agent", 50, "Login( userAgent != \"\" )").story()) {
                String agent = "x".repeat(199) + "\uD83D\uDE00 and more";
                assertThat(evidence(story.at("10:00:00", LOGIN + ",'userAgent':'" + agent + "'")))
                        .containsExactly(entry("userAgent", "x".repeat(199)));
            }
        }
    }

    @Nested
    @DisplayName("Score and band")
    class ScoreAndBand {

        @Test
        void givenSignalsOf70And55_thenTheyMake87() throws Exception {
            given.rule("B", 55, "Login()").rule("A", 70, "Login()");
            try (Story story = given.story()) {
                Decision decision = story.at("10:00:00", LOGIN);
                assertThat(decision.score()).isEqualTo(87);
                assertThat(decision.band()).isEqualTo(Band.CRITICAL);
                assertThat(decision.action()).isEqualTo(Action.BLOCK);
                assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("A", "B");
            }
        }

        @Test
        void givenOneSignalFromTwoRules_thenItCountsOnce_withTheHigherScore() throws Exception {
            given.rule("B", "same", 40, "ip", "Login()").rule("A", "same", 40, "account", "Login()");
            given.rule("C", "same", 50, "ip", "Login()");
            try (Story story = given.story()) {
                Decision decision = story.at("10:00:00", LOGIN);
                assertThat(decision.score()).isEqualTo(50);
                assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("C", "A", "B");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "1, LOW, ALLOW",
            "24, LOW, ALLOW",
            "25, MEDIUM, MONITOR",
            "59, MEDIUM, MONITOR",
            "60, HIGH, CHALLENGE",
            "84, HIGH, CHALLENGE",
            "85, CRITICAL, BLOCK",
            "100, CRITICAL, BLOCK"
        })
        void givenNoPolicy_thenTheBandsMildestActionIsTaken(int score, Band band, Action action) throws Exception {
            try (Story story = given.rule("A", score, "Login()").story()) {
                Decision decision = story.at("10:00:00", LOGIN);
                assertThat(decision.score()).isEqualTo(score);
                assertThat(decision.band()).isEqualTo(band);
                assertThat(decision.action()).isEqualTo(action);
            }
        }
    }

    @Nested
    @DisplayName("Policy")
    class Policy {

        @Test
        void givenAThrottle_thenTheDecisionSaysForHowLong() throws Exception {
            given.rule("A", 30, "Login()")
                    .policy("slow", "Assessment( medium, type == \"login\" )", "risk.throttle(45);");
            try (Story story = given.story()) {
                Decision decision = story.at("10:00:00", LOGIN);
                assertThat(decision.action()).isEqualTo(Action.THROTTLE);
                assertThat(decision.retryAfterSeconds()).isEqualTo(45);
            }
        }

        @Test
        void givenSeveralThatChoose_thenTheHardestActionAndTheLongestTimeAreTaken() throws Exception {
            given.rule("A", 30, "Login()")
                    .policy("p1", "Assessment( medium )", "risk.throttle(10);")
                    .policy("p2", "Assessment( medium )", "risk.throttle(90);")
                    .policy("p3", "Assessment( medium )", "risk.monitor();")
                    .policy("p4", "Assessment( medium )", "risk.throttle(20);");
            try (Story story = given.story()) {
                Decision decision = story.at("10:00:00", LOGIN);
                assertThat(decision.action()).isEqualTo(Action.THROTTLE);
                assertThat(decision.retryAfterSeconds()).isEqualTo(90);
            }
        }

        @Test
        void givenAChoiceOutsideOfTheBand_thenItIsNotTaken() throws Exception {
            given.rule("A", 30, "Login()").policy("p", "Assessment()", "risk.review();");
            try (Story story = given.story()) {
                assertThat(story.at("10:00:00", LOGIN).action()).isEqualTo(Action.MONITOR);
            }
        }

        @Test
        void givenLowOrCriticalRisk_thenNoPolicyChangesWhatIsDone() throws Exception {
            given.rule("Low", 24, "Login( succeeded )").rule("Critical", 90, "Login( failed )");
            given.policy("p1", "Assessment()", "risk.monitor();").policy("p2", "Assessment()", "risk.review();");
            try (Story story = given.story()) {
                assertThat(story.at("10:00:00", LOGIN).action()).isEqualTo(Action.ALLOW);
                assertThat(story.at("10:00:00", FAILURE).action()).isEqualTo(Action.BLOCK);
            }
        }

        @Test
        void givenContext_thenPoliciesChooseByIt() throws Exception {
            given.rule("A", "odd", 70, "ip", "Activity()");
            given.policy(
                    "p",
                    "Assessment( high, score >= 70, type == \"payment\", signalled(\"odd\"), !signalled(\"even\"),"
                            + " activity.ip.id == \"192.0.2.1\" )",
                    "risk.review();");
            try (Story story = given.story()) {
                assertThat(story.at("10:00:00", payment("1")).action()).isEqualTo(Action.REVIEW);
                assertThat(story.at("10:00:00", LOGIN).action()).isEqualTo(Action.CHALLENGE);
            }
        }
    }

    @Nested
    @DisplayName("An entity")
    class AnEntity {

        @Test
        void givenItIsNotNamed_thenItIsThere_answersZero_andNothingEverHappenedToIt() throws Exception {
            given.rule(
                    "Absent",
                    50,
                    "Login( !card.present, card.id == \"\", card.count(\"login\", \"1h\") == 0,"
                            + " card.distinct(\"ip\", \"1h\") == 0, card.sum(\"amount\", \"payment\", \"1h\") == 0,"
                            + " card.rate(\"login\", \"1h\") == 0, card.age() == 0, card.standing() == 0,"
                            + " card.since(\"login\") > 1000000000 )");
            try (Story story = given.story()) {
                Decision decision = story.at("10:00:00", LOGIN);
                assertThat(rules(decision)).containsExactly("Absent");
                assertThat(evidence(decision)).containsEntry("card since login", "never");
            }
        }

        @Test
        void givenItsFirstActivity_thenItsAgeIsZero_andGrowsWithTime() throws Exception {
            try (Story story = given.rule("Age", 50, "Login( ip.age() >= 0 )").story()) {
                assertThat(evidence(story.at("10:00:00", LOGIN))).containsEntry("age", 0L);
                assertThat(evidence(story.at("10:01:30", LOGIN))).containsEntry("age", 90L);
            }
        }

        @Test
        void givenATime_thenSinceCountsSeconds_zeroWhenItIsThisActivity() throws Exception {
            given.rule("Since", 50, "Login( ip.since(\"login.failed\") >= 0 )");
            try (Story story = given.story()) {
                assertThat(evidence(story.at("10:00:00", LOGIN))).containsEntry("since login.failed", "never");
                assertThat(evidence(story.at("10:00:01", FAILURE))).containsEntry("since login.failed", 0L);
                assertThat(evidence(story.at("10:02:01", LOGIN))).containsEntry("since login.failed", 120L);
            }
        }

        @Test
        void givenAnActivityThatComesLate_orASecondOne_thenSinceIsZeroForWhatCountsAlone() throws Exception {
            given.rule("Since", 50, "Login( ip.since(\"login.failed\") >= 0 )");
            try (Story story = given.story()) {
                story.at("10:00:30", LOGIN);
                assertThat(evidence(story.at("10:00:00", FAILURE))).containsEntry("since login.failed", 0L);
                assertThat(evidence(story.at("10:00:31", FAILURE))).containsEntry("since login.failed", 0L);
                assertThat(evidence(story.at("10:00:31", LOGIN))).containsEntry("since login.failed", 1L);
            }
        }

        @Test
        void givenATimeBefore1970_thenSinceCountsSecondsToo() throws Exception {
            given.rule("Since", 50, "Login( ip.since(\"login\") >= 0 )");
            try (Story story = given.story()) {
                assertThat(evidence(story.on("1969-06-01", LOGIN))).containsEntry("since login", 0L);
            }
        }

        @Test
        void givenAnAccusation_thenItsStandingRises_fromTheNextActivityOn_andHalvesADay() throws Exception {
            given.rule("Failed", 80, "Login( failed )").rule("Standing", 10, "Login( ip.standing() >= 0 )");
            try (Story story = given.story()) {
                assertThat(story.on("2026-01-01", FAILURE).reasons().get(1).evidence())
                        .containsEntry("standing", 0L);
                assertThat(evidence(story.on("2026-01-02", LOGIN))).containsEntry("standing", 41L);
                assertThat(evidence(story.on("2026-01-03", LOGIN))).containsEntry("standing", new BigDecimal("20.5"));
            }
        }

        @Test
        void givenTheAccusedIsNotNamed_thenTheFirstThatIsNamedStandsForIt() throws Exception {
            given.rule("A", "a", 50, "device", "Login( device.count(\"login\", \"1h\") == 0 )");
            try (Story story = given.story()) {
                Reason reason = story.at("10:00:00", LOGIN).reasons().get(0);
                assertThat(reason.entity()).isEqualTo(new EntityRef(EntityKind.ACCOUNT, "alice"));
                assertThat(reason.evidence()).containsExactly(entry("device count login, 1h", 0L));
            }
        }

        @Test
        void givenDerivedEntities_thenTheyAreRememberedAndAccusedToo() throws Exception {
            given.rule(
                    "Client",
                    "c",
                    50,
                    "client",
                    "Login( client.count(\"login\", \"1h\") >= 2, client.name == \"curl\", network.id == \"192.0.2.0/24\" )");
            given.rule("Endpoint", "e", 50, "endpoint", "ApiRequest( endpoint.count(\"request\", \"1h\") >= 2 )");
            try (Story story = given.story()) {
                story.at("10:00:00", LOGIN + ",'userAgent':'curl/7.1'");
                assertThat(story.at(
                                        "10:00:00",
                                        "'type':'login','outcome':'failed','ip':'192.0.2.9','userAgent':'curl/7.2'")
                                .reasons())
                        .singleElement()
                        .satisfies(reason ->
                                assertThat(reason.entity()).isEqualTo(new EntityRef(EntityKind.CLIENT, "curl/7")));
                String export = "'type':'api-request','method':'GET','path':'/v1/export?x=1','ip':'192.0.2.1'";
                story.at("10:00:00", export);
                assertThat(story.at("10:00:00", export).reasons())
                        .singleElement()
                        .satisfies(reason ->
                                assertThat(reason.entity()).isEqualTo(new EntityRef(EntityKind.ENDPOINT, "*/export")));
            }
        }
    }

    @Nested
    @DisplayName("Tallies")
    class TheTallies {

        @Test
        void givenARuleOfItsOwn_thenItCountsInTheSameEvaluation_withItsParts() throws Exception {
            given.tally("large", "Payment( amount > 500 )", "size.large");
            given.rule(
                    "Large", 50, "Payment( ip.count(\"size.large\", \"1h\") >= 2, ip.count(\"size\", \"1h\") >= 2 )");
            try (Story story = given.story()) {
                story.at("10:00:00", payment("501"));
                assertThat(rules(story.at("10:00:01", payment("500")))).isEmpty();
                assertThat(evidence(story.at("10:00:02", payment("501"))))
                        .containsExactly(entry("count size.large, 1h", 2L), entry("count size, 1h", 2L));
            }
        }

        @Test
        void givenARuleThatAsksTheMemoryAndOneThatDoesNot_thenTheyCountAnActivityOnce() throws Exception {
            given.tally("plain", "Payment( charge )", "odd")
                    .tally("asking", "Payment( ip.count(\"payment\", \"1h\") >= 1 )", "odd");
            given.rule("Odd", 50, "Payment( ip.count(\"odd\", \"1h\") >= 0 )");
            try (Story story = given.story()) {
                assertThat(evidence(story.at("10:00:00", payment("1")))).containsEntry("count odd, 1h", 1L);
                assertThat(evidence(story.at("10:00:01", payment("1")))).containsEntry("count odd, 1h", 2L);
            }
        }

        @Test
        void givenTwoRulesOfOneTally_thenAnActivityCountsOnce() throws Exception {
            given.tally("one", "Payment( amount > 500 )", "odd").tally("two", "Payment( charge )", "odd");
            given.rule("Odd", 50, "Payment( ip.count(\"odd\", \"1h\") >= 1 )");
            try (Story story = given.story()) {
                assertThat(evidence(story.at("10:00:00", payment("501")))).containsEntry("count odd, 1h", 1L);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                quoteCharacter = '\0',
                value = {
                    "'type':'login','outcome':'failed','reason':'bad-password','method':'mfa'"
                            + "; login login.failed login.failed.bad-password login.failed.mfa login.method.mfa"
                            + "; login.succeeded login.failed.locked login.succeeded.mfa",
                    "'type':'login','outcome':'succeeded','reason':'bad-password'"
                            + "; login login.succeeded; login.failed.bad-password login.failed",
                    "'type':'signup','outcome':'rejected'; signup signup.rejected; signup.succeeded",
                    "'type':'payment','outcome':'declined','kind':'refund'"
                            + "; payment payment.declined payment.refund payment.refund.declined"
                            + "; payment.approved payment.charge payment.refund.approved",
                    "'type':'api-request','method':'post','path':'/login.php','status':404"
                            + "; request request.status.404 request.status.4xx request.status request.method.post"
                            + " request.sensitive request.purpose.login"
                            + "; request.status.200 request.method.get request.purpose.export",
                    "'type':'api-request','path':'/somewhere'"
                            + "; request; request.sensitive request.status request.method",
                })
        void givenAnActivity_thenItCountsUnderWhatItIs_andNothingElse(String fields, String counted, String not)
                throws Exception {
            StringBuilder pattern = new StringBuilder("Activity( ip.present");
            for (String tally : counted.split(" ", -1)) {
                pattern.append(", ip.count(\"").append(tally).append("\", \"1h\") == 1");
            }
            for (String tally : not.split(" ", -1)) {
                pattern.append(", ip.count(\"").append(tally).append("\", \"1h\") == 0");
            }
            try (Story story = given.rule("Tallies", 50, pattern + " )").story()) {
                assertThat(rules(story.at("10:00:00", fields + ",'ip':'192.0.2.1'")))
                        .containsExactly("Tallies");
            }
        }

        @Test
        void givenOtherKinds_thenDistinctAndSumCountThemOverTheirTally() throws Exception {
            given.rule(
                    "Resources",
                    50,
                    "ApiRequest( ip.distinct(\"resource\", \"1h\") == 2, ip.distinct(\"path\", \"1h\") == 1,"
                            + " ip.sum(\"bytes\", \"request\", \"1h\") == 30,"
                            + " ip.sum(\"durationMs\", \"request.status.500\", \"1h\") == 7 )");
            try (Story story = given.story()) {
                String request = "'type':'api-request','ip':'192.0.2.1','path':'/a?b=%d','resource':'%s','bytes':%d,"
                        + "'durationMs':7,'status':%d";
                story.at("10:00:00", request.formatted(1, "r1", 10, 200));
                assertThat(rules(story.at("10:00:01", request.formatted(2, "r2", 20, 500))))
                        .containsExactly("Resources");
            }
        }

        @Test
        void givenAbsurdNumbers_thenSumsStayInBounds() throws Exception {
            given.rule("Sum", 50, "Activity( ip.sum(\"bytes\", \"request\", \"1h\") > 0 )");
            try (Story story = given.story()) {
                String request = "'type':'api-request','ip':'192.0.2.1','bytes':" + Long.MAX_VALUE;
                for (int i = 0; i < 100; i++) {
                    assertThat(rules(story.at("10:00:00", request))).containsExactly("Sum");
                }
            }
        }
    }
}
