package io.portcullis.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.Rule;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioRunnerTest {

    private static final String STORY = """
            - scenario: Guessing beside an office
              given:
                - login: {account: "clerk-{n}", ip: 192.0.2.1, outcome: succeeded}
                  repeat: 3
                  every: 10s
                  as: office
                - at: 5s
                  login: {account: boss, ip: 192.0.2.2, outcome: failed}
                  repeat: 5
                  every: 10s
                  as: guessing
              expect:
            """;

    private RuleSet rules;

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException, InvalidRules {
        Files.writeString(folder.resolve("guessing.drl"), """
                rule "Guessing"
                    @signal("guessing") @threat("OAT-007") @score(65) @entity("ip")
                when
                    Login( failed, ip.count("login.failed", "10m") >= 3 )
                then
                    risk.raise();
                end

                rule "Never"
                    @signal("never") @threat("OAT-007") @score(65) @entity("ip")
                when
                    Login( failed, ip.count("login.failed", "10m") >= 1000 )
                then
                    risk.raise();
                end
                """);
        rules = RuleSet.load(folder);
    }

    @AfterAll
    void close() {
        rules.close();
    }

    private List<String> failures(String expectation) throws InvalidScenario {
        return run(expectation).results().get(0).failures();
    }

    private ScenarioReport run(String expectation) throws InvalidScenario {
        List<Scenario> scenarios = new ScenarioReader("login/x.yaml").read(STORY + expectation.indent(4));
        return new ScenarioRunner(rules).run(List.of(new ScenarioFile("login/x.yaml", scenarios)));
    }

    @Test
    void givenWhatIsSo_thenItPasses() throws InvalidScenario {
        assertThat(failures("""
                        first: {action: ALLOW}
                        last: {action: [CHALLENGE, BLOCK], flagged: true, signals: [guessing], without: [never]}
                        any: {signals: [Guessing]}
                        all of office: {flagged: false, without: [guessing]}
                        first of guessing: {flagged: false}
                        """)).isEmpty();
    }

    @Test
    void givenWhatIsNotSo_thenItSaysWhatTheRulesSaw() throws InvalidScenario {
        assertThat(failures("last of guessing: {action: BLOCK, without: [guessing]}"))
                .singleElement()
                .asString()
                .startsWith("login/x.yaml:13: Guessing beside an office: last of guessing: expected BLOCK,"
                        + " expected no \"guessing\"; got CHALLENGE with score 65 (activity 8, login at 45s)")
                .contains("Guessing (guessing, score 65, ip 192.0.2.2): count login.failed, 10m = 5");
    }

    @Test
    void givenSilenceWhereASignalIsExpected_thenItSaysWhereElseRulesFired() throws InvalidScenario {
        assertThat(failures("last of office: {flagged: true}"))
                .singleElement()
                .asString()
                .contains("no rule fired on it", "first on activity 6, login at 25s, on 3 in all");
    }

    @Test
    void givenARuleThatDidNotFire_thenItSaysWhatItSawThen() throws InvalidScenario {
        assertThat(failures("first of guessing: {signals: [guessing]}\nlast: {signals: [Never]}"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        "Guessing (guessing.drl:1) did not fire; it saw: count login.failed, 10m = 1"),
                        last -> assertThat(last)
                                .contains("Never (guessing.drl:9) did not fire; it saw: count login.failed, 10m = 5"));
    }

    @Test
    void givenARuleAboutOtherActivities_thenItSaysThat() throws InvalidScenario {
        List<Scenario> scenarios = new ScenarioReader("x.yaml").read("""
                - scenario: Nobody logs in
                  given:
                    - api-request: {ip: 192.0.2.1, path: /}
                  expect:
                    last: {signals: [guessing]}
                """);

        assertThat(new ScenarioRunner(rules).run(scenarios.get(0)).failures())
                .singleElement()
                .asString()
                .contains("Guessing (guessing.drl:1) did not fire: it is about another type of activity");
    }

    @Test
    void givenNoneOfAny_orNotAll_thenItFails() throws InvalidScenario {
        assertThat(failures("any of office: {flagged: true}")).hasSize(1);
        assertThat(failures("all of guessing: {flagged: true}")).hasSize(1);
    }

    @Test
    void givenANameThatNoRuleHas_thenItFailsEvenWhereSilenceIsExpected() throws InvalidScenario {
        assertThat(failures("last: {without: [gessing]}"))
                .singleElement()
                .asString()
                .contains("no rule is called or raises \"gessing\"");
    }

    @Test
    void coverageIsWhatFiresAndWhatIsExpectedToBeSilent() throws InvalidScenario {
        ScenarioReport report = run("first: {without: [never]}");

        assertThat(report.passed()).isTrue();
        assertThat(report.neverFired()).extracting(Rule::name).containsExactly("Never");
        assertThat(report.withoutNearMiss()).extracting(Rule::name).containsExactly("Guessing");
    }

    @Test
    void aRuleThatFiresLaterInTheScenarioIsNoNearMiss() throws InvalidScenario {
        ScenarioReport report = run("first: {without: [guessing]}");

        assertThat(report.passed()).isTrue();
        assertThat(report.withoutNearMiss()).extracting(Rule::name).containsExactly("Guessing", "Never");
    }
}
