package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.evaluation.DroolsSession;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is found in rules that were put in another order, joined, split, guarded, indexed and looked at ahead is what a
 * session of Drools finds in the rules as they were written.
 */
class DroolsAgreementTest {

    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0",
            "sqlmap/1.8.4#stable (https://sqlmap.org)",
            "python-requests/2.31",
            "curl/8.4.0");

    private static final List<String> PATHS = List.of(
            "/v1/products/%d",
            "/v1/search?q=%d",
            "/v1/products?page=%d",
            "/v1/orders/%d",
            "/v1/login",
            "/v1/refunds",
            "/v1/exports/%d",
            "/v1/invites",
            "/v1/cart/items",
            "/v1/checkout",
            "/v1/chat/completions",
            "/v1/promo/%d",
            "/v1/password/reset",
            "/v1/payouts",
            "/admin/%d",
            "/.env",
            "/wp-login.php",
            "/v1/files?name=../../etc/passwd",
            "/v1/users/%d");

    private static final List<String> KINDS =
            List.of("residential", "mobile", "business", "datacenter", "vpn", "proxy", "tor");

    private static final List<Integer> STATUSES = List.of(200, 200, 200, 201, 301, 400, 401, 403, 404, 422, 429, 500);

    private final Random random = new Random(23);

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String some(String field, int different) {
        return random.nextInt(3) == 0 ? "" : ",'%s':'%s-%d'".formatted(field, field, random.nextInt(different));
    }

    private String what(int i) {
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                "'type':'login','method':'%s','outcome':'%s','reason':'%s'"
                        .formatted(
                                any(List.of("password", "mfa", "token-refresh")),
                                any(List.of("failed", "failed", "succeeded", "challenged")),
                                any(List.of("bad-password", "unknown-user", "mfa-failed")));
            case 2 ->
                "'type':'signup','outcome':'succeeded','email':'name%d@%s','promo':'P%d'"
                        .formatted(i, any(List.of("example.org", "mailinator.com")), random.nextInt(3));
            case 3, 4 ->
                "'type':'payment','kind':'%s','outcome':'%s','amount':%d.5,'currency':'EUR','declineCode':'cvv'"
                        .formatted(
                                any(List.of("charge", "refund", "payout", "credit")),
                                any(List.of("approved", "declined")),
                                random.nextInt(900));
            default ->
                "'type':'api-request','method':'%s','path':'%s','status':%d,'durationMs':%d,'bytes':%d,'resource':'r%d'"
                        .formatted(
                                any(List.of("GET", "GET", "POST", "DELETE", "TRACE")),
                                any(PATHS).formatted(i),
                                any(STATUSES),
                                random.nextInt(3_000),
                                random.nextInt(9_000),
                                random.nextInt(900));
        };
    }

    /** Few actors in a hurry, so that many rules fire. */
    private List<Activity> log(int length) {
        List<Activity> log = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String who = ",'ip':'192.0.2.%d','userAgent':'%s','network':{'country':'%s','kind':'%s'}"
                    .formatted(random.nextInt(6), any(AGENTS), any(List.of("DE", "US", "VN")), any(KINDS));
            String app = random.nextInt(4) > 0
                    ? ""
                    : ",'app':{'platform':'android','version':'1.%d','emulator':%b,'rooted':%b,'attested':%b,'official':%b}"
                            .formatted(
                                    random.nextInt(3),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    random.nextBoolean());
            String headers = random.nextBoolean() ? "" : ",'headers':['Host','User-Agent','Accept']";
            log.add(Story.activity(
                    Instant.ofEpochSecond(1_767_225_600L + i).toString(),
                    what(i)
                            + who
                            + app
                            + headers
                            + some("device", 5)
                            + some("account", 12)
                            + some("session", 6)
                            + some("card", 30)
                            + (random.nextInt(4) == 0 ? some("apiKey", 3) + some("organization", 2) : "")
                            + (random.nextInt(4) == 0 ? some("token", 4) + some("user", 6) : "")));
        }
        return log;
    }

    private static List<ParsedRule> rules(RuleSet rules, boolean counting) {
        return rules.parsed().stream()
                .filter(rule -> rule.consequence() instanceof Consequence.Count == counting)
                .toList();
    }

    @Test
    void givenTheShippedRules_thenEachActivityMatchesTheSameOnes() throws Exception {
        Set<String> counted = new HashSet<>();
        Set<ParsedRule> fired = new HashSet<>();
        try (RuleSet rules = RuleSet.shipped();
                DroolsSession tallies = new DroolsSession(rules(rules, true));
                DroolsSession decisions = new DroolsSession(rules(rules, false))) {
            Engine engine = new Engine(rules);
            Evaluator evaluator = new Evaluator(rules.compiled());
            long position = 0;
            for (Activity activity : log(6_000)) {
                Prepared prepared = engine.prepare(activity);
                engine.remember(prepared);
                List<String> found = new ArrayList<>(prepared.ahead().tallies());
                found.addAll(evaluator.tallies(engine.onStage(), prepared.ahead()));
                assertThat(found).containsExactlyInAnyOrderElementsOf(names(tallies.evaluate(engine.onStage())));
                counted.addAll(found);

                List<ParsedRule> matches = engine.evaluate();
                assertThat(matches).containsExactlyInAnyOrderElementsOf(decisions.evaluate(engine.onStage()));
                fired.addAll(matches);
                engine.conclude(matches, ++position);
            }
        }
        assertThat(counted.size()).isGreaterThan(20);
        assertThat(fired.size()).isGreaterThan(50);
    }

    private static List<String> names(List<ParsedRule> tallies) {
        return tallies.stream()
                .map(ParsedRule::consequence)
                .map(Consequence.Count.class::cast)
                .map(Consequence.Count::tally)
                .toList();
    }

    @Test
    void givenThePolicies_thenEachAssessmentMatchesTheSameOnes() throws Exception {
        Set<ParsedRule> fired = new HashSet<>();
        try (RuleSet rules = RuleSet.shipped();
                DroolsSession decisions = new DroolsSession(rules(rules, false))) {
            Engine engine = new Engine(rules);
            Evaluator evaluator = new Evaluator(rules.compiled());
            for (Activity activity : log(200)) {
                engine.remember(engine.prepare(activity));
                for (int score = 25; score < 85; score += 5) {
                    Assessment assessment = new Assessment(engine.onStage(), score, Set.of("credential-stuffing"));
                    List<ParsedRule> matches = evaluator.matches(assessment);
                    assertThat(matches).containsExactlyInAnyOrderElementsOf(decisions.evaluate(assessment));
                    fired.addAll(matches);
                }
            }
        }
        assertThat(fired).isNotEmpty();
    }
}
