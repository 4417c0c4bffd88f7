package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.decision.Decision;
import io.portcullis.rules.evaluation.LoneRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is driven step by step comes to the same decisions, and its rules alone to the same firings. */
class DissectionTest {

    private static final ActivityReader READER = new ActivityReader(() -> "none");

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void rules() {
        given = new RuleFolder(folder)
                .rule("Three failures", 60, "Login( failed, ip.count(\"login.failed\", \"10m\") >= 3 )")
                .tally("counted", "Login( failed )", "own-failure")
                .policy("payments", "Assessment( high, type == \"payment\" )", "risk.review();");
    }

    private static Activity failure(int n) throws Exception {
        String json = "{\"id\":\"a-%d\",\"type\":\"login\",\"occurredAt\":\"2026-01-05T09:00:0%dZ\",".formatted(n, n)
                + "\"ip\":\"192.0.2.1\",\"outcome\":\"failed\"}";
        return READER.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void stepByStepItDecidesAsTheEngineDoes() throws Exception {
        try (RuleSet rules = given.load()) {
            Engine engine = new Engine(rules);
            Dissection dissection = new Dissection(rules);

            for (int n = 1; n <= 5; n++) {
                Decision whole = engine.decide(failure(n), n);
                dissection.remember(dissection.prepare(failure(n)));
                dissection.evaluate();
                assertThat(dissection.conclude(n)).isEqualTo(whole);
            }
        }
    }

    @Test
    void eachRuleAloneFiresWhenItDoesAmongTheOthers_withoutPolicies() throws Exception {
        List<String> fired = new ArrayList<>();
        try (RuleSet rules = given.load()) {
            Dissection dissection = new Dissection(rules);

            List<LoneRule> alone = dissection.rules();
            for (int n = 1; n <= 3; n++) {
                dissection.remember(dissection.prepare(failure(n)));
                for (LoneRule rule : alone) {
                    if (dissection.evaluate(rule)) {
                        fired.add(n + " " + rule.name());
                    }
                }
            }
            alone.forEach(LoneRule::close);
        }
        assertThat(fired).containsExactlyInAnyOrder("1 counted", "2 counted", "3 counted", "3 Three failures");
    }

    @Test
    void anIdleRuleNeverFires() throws Exception {
        try (RuleSet rules = given.load();
                LoneRule idle = LoneRule.idle()) {
            Dissection dissection = new Dissection(rules);

            dissection.remember(dissection.prepare(failure(1)));
            assertThat(dissection.evaluate(idle)).isFalse();
        }
    }

    @Test
    void givenADecision_thenItsRulesTellWhatTheySaw_firedOrNot() throws Exception {
        given.rule("Payments", 50, "Payment( declined )");
        try (RuleSet rules = given.load()) {
            Engine engine = new Engine(rules);

            engine.decide(failure(1), 1);

            assertThat(engine.sights("Three failures"))
                    .singleElement()
                    .extracting(Sight::evidence)
                    .hasToString("{count login.failed, 10m=1}");
            assertThat(engine.sights("Payments"))
                    .singleElement()
                    .extracting(Sight::evidence)
                    .isNull();
            assertThat(engine.sights("nobody")).isEmpty();
        }
    }
}
