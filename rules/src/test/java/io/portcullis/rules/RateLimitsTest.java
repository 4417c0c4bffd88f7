package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of {@code rate-limits.yaml} are rules. */
class RateLimitsTest {

    private static final String ROW = "{per: account, sensitivity: high, most: 20, window: 1m, score: 45}";

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void newFolder() {
        given = new RuleFolder(folder);
    }

    private void limits(String rows, String only) {
        given.file("rate-limits.yaml", "# how many\nlimits:\n" + rows.indent(2) + only);
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        assertThatThrownBy(() -> RuleSet.load(folder))
                .isInstanceOfSatisfying(InvalidRules.class, invalid -> invalid.diagnostics()
                        .forEach(diagnostic -> errors.add(diagnostic.toString())));
        return errors;
    }

    @Test
    void givenARow_thenItIsARule_withThePlaceOfTheRow() throws Exception {
        limits("- " + ROW, "only:\n  account: '!apiKey.present'\n");

        try (RuleSet rules = given.load()) {
            assertThat(rules.rules()).singleElement().satisfies(rule -> {
                assertThat(rule.name()).isEqualTo("Rate limit: account on high-sensitivity endpoints");
                assertThat(rule.description())
                        .isEqualTo("More than 20 calls of high-sensitivity endpoints in 1m by one account.");
                assertThat(rule.signal()).isEqualTo("rate-limit");
                assertThat(rule.threat()).isEqualTo("API4");
                assertThat(rule.score()).isEqualTo(45);
                assertThat(rule.entity().label()).isEqualTo("account");
                assertThat(rule.file()).isEqualTo("rate-limits.yaml");
                assertThat(rule.line()).isEqualTo(3);
            });
        }
    }

    @Test
    void givenTwoWindowsForTheSame_thenTheirNamesTellThemApart() throws Exception {
        limits("- " + ROW + "\n- " + ROW.replace("1m", "1h").replace("20", "200"), "");

        try (RuleSet rules = given.load()) {
            assertThat(rules.rules())
                    .extracting(Rule::name)
                    .containsExactly(
                            "Rate limit: account on high-sensitivity endpoints in 1m",
                            "Rate limit: account on high-sensitivity endpoints in 1h");
        }
    }

    @Test
    void givenNoSuchFile_thenAFolderHasNoLimits_whateverTheShippedOnesAre() throws Exception {
        given.rule("A", 50, "Login( failed )");

        try (RuleSet rules = given.load()) {
            assertThat(rules.rules()).extracting(Rule::name).containsExactly("A");
        }
    }

    @Test
    void givenAnotherLimit_thenItIsAnotherRuleSet() throws Exception {
        limits("- " + ROW, "");
        String before;
        try (RuleSet rules = given.load()) {
            before = rules.id();
        }
        limits("- " + ROW.replace("20", "21"), "");
        try (RuleSet rules = given.load()) {
            assertThat(rules.id()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @DisplayName("What is wrong with a row is told with its place")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "per: accnt, sensitivity: high, most: 20, window: 1m, score: 45 => 3:11: error: unknown per \"accnt\"",
                "per: ip, sensitivity: huge, most: 20, window: 1m, score: 45 => 3:28: error: unknown sensitivity",
                "per: ip, sensitivity: low, most: 0, window: 1m, score: 45 => 3:39: error: \"most\" must be a number",
                "per: ip, sensitivity: low, most: 2, window: 1 min, score: 4 => 3:50: error: \"window\" must be seconds",
                "per: ip, sensitivity: low, most: 2, window: 1m, score: 101 => 3:61: error: \"score\" must be a number",
                "per: ip, sensitivity: low, most: 2, window: 1m => 3:5: error: \"score\" is missing",
                "per: ip, sensitivity: low, most: 2, window: 1m, scor: 1, score: 1 => 3:60: error: unknown field \"scor\"",
            })
    void rows(String row, String error) {
        limits("- {" + row + "}", "");
        assertThat(errors()).first().asString().startsWith("rate-limits.yaml:" + error);
    }

    @Test
    void givenAWrongCondition_thenItsWordIsFound_onceForAllRowsThatTakeItOver() {
        limits(
                "- " + ROW + "\n- " + ROW.replace("high", "low"),
                "only:\n  account: '!apiKey.present, ip.cont(\"x\") > 1'\n");

        assertThat(errors())
                .containsExactly("rate-limits.yaml:6:33: error: an entity has no \"cont\"; did you mean \"count\"?");
    }

    @Test
    void givenTheSameRowTwice_thenTheSecondIsRefused() {
        limits("- " + ROW + "\n- " + ROW, "");

        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("rate-limits.yaml:4:5: error: there is a rule of this name already");
    }

    @Test
    void givenAConditionOfNoKnownKind_orNone_orInSeveralLines_thenItIsRefused() {
        limits("- " + ROW, "only:\n  accounts: '!apiKey.present'\n  ip: ''\n  user: \"a\\nb\"\n");

        assertThat(errors())
                .satisfiesExactly(
                        error -> assertThat(error).contains(":5:", "unknown field \"accounts\""),
                        error -> assertThat(error).contains(":6:", "a condition in one line"),
                        error -> assertThat(error).contains(":7:", "a condition in one line"));
    }
}
