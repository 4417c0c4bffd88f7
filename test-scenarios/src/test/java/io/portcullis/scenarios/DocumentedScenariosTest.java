package io.portcullis.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference of scenario files says what is so. */
class DocumentedScenariosTest {

    private static final Path PAGE = Path.of("..", "docs", "scenarios.md");

    private static List<String> examples(String language) throws Exception {
        return Pattern.compile("(?ms)^```" + language + "$(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void givenTheRulesOfThePage_thenItsScenariosPass_andShowEachRuleFireAndStaySilent(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("rules.drl"), String.join("\n", examples("drl")));
        List<Scenario> scenarios = new ScenarioReader("scenarios.md").read(String.join("\n", examples("yaml")));

        try (RuleSet rules = RuleSet.load(folder)) {
            ScenarioReport report = new ScenarioRunner(rules).run(List.of(new ScenarioFile("scenarios.md", scenarios)));

            assertThat(report.results()).hasSizeGreaterThan(5).allSatisfy(result -> assertThat(result.failures())
                    .isEmpty());
            assertThat(report.neverFired()).isEmpty();
            assertThat(report.withoutNearMiss()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {scenario: x, y: 1}",
                "- {scenario: x, given: [{login: {}, y: 1}]}",
                "- {scenario: x, given: [{login: {ip: 192.0.2.1, outcome: failed}}], expect: {last: {y: 1}}}",
            })
    void givenAKeyThatTheReaderKnows_thenThePageHasIt(String wrong) throws Exception {
        String page = Files.readString(PAGE);
        try {
            new ScenarioReader("x.yaml").read(wrong);
        } catch (InvalidScenario e) {
            String known =
                    String.valueOf(e.getMessage()).replaceFirst("(?s).*known here: |.*\"(\\w+)\" is missing", "$1");
            assertThat(Stream.of(known.split(", ")))
                    .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
            return;
        }
        throw new AssertionError("not refused: " + wrong);
    }
}
