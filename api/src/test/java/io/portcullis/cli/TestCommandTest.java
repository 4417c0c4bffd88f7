package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    @TempDir
    private Path folder;

    private Cli test(String action, String... options) throws IOException {
        Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);
        Path scenarios = Files.writeString(folder.resolve("failed.yaml"), """
                - scenario: Someone guesses
                  given:
                    - login: {account: someone, ip: 192.0.2.1, outcome: failed}
                      repeat: 4
                  expect:
                    last: {action: %s}
                """.formatted(action));
        Object[] arguments = new Object[4 + options.length];
        arguments[0] = "test";
        arguments[1] = scenarios;
        arguments[2] = "--rules";
        arguments[3] = rules;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return Cli.run(arguments);
    }

    @Test
    void givenScenariosThatHold_thenItSaysSoAndWhatTheyDoNotCover() throws IOException {
        Cli test = test("CHALLENGE");

        assertThat(test.status()).isZero();
        assertThat(test.out()).contains("1 scenario: 1 passed, 0 failed", "1 rule: 1 fire, 0 have a near miss");
        assertThat(test("CHALLENGE", "--strict").status()).isEqualTo(1);
    }

    @Test
    void givenOneThatDoesNot_thenItShowsWhatTheRulesSaw() throws IOException {
        Cli test = test("BLOCK");

        assertThat(test.status()).isEqualTo(1);
        assertThat(test.out())
                .contains("failed.yaml:6: Someone guesses: last: expected BLOCK; got CHALLENGE with score 65")
                .contains("count login.failed, 10m = 4");
    }

    @Test
    void givenRulesThatNoneCovers_thenItNamesThemWhenStrictOnly() throws IOException {
        String rules = IntStream.range(0, 12).mapToObj("""
                rule "Failed login %d"
                    @signal("failed-login") @threat("OAT-007") @score(65) @entity("ip")
                when
                    Login( failed, ip.count("login.failed", "10m") > 100 )
                then
                    risk.raise();
                end
                """::formatted).collect(Collectors.joining());
        RuleFolder.write(folder.resolve("many"), rules);
        Object[] test = {"test", folder.resolve("some.yaml"), "--rules", folder.resolve("many")};
        Files.writeString(folder.resolve("some.yaml"), """
                - scenario: Nothing happens
                  given:
                    - login: {account: someone, ip: 192.0.2.1, outcome: failed}
                  expect:
                    last: {action: ALLOW}
                """);

        assertThat(Cli.run(test).out())
                .contains("12 rules: 0 fire, 0 have a near miss")
                .doesNotContain("Failed login");
        assertThat(Cli.run(Stream.concat(Stream.of(test), Stream.of("--strict")).toArray())
                        .out())
                .contains("Failed login 0: no scenario makes it fire", "Failed login 11: no scenario makes it fire");
    }

    @Test
    void givenAFileThatHoldsNoScenarios_thenItSaysWhere() throws IOException {
        Files.writeString(folder.resolve("slip.yaml"), "- scenario: x\n  givn: []\n");

        Cli test = Cli.run(
                "test", folder.resolve("slip.yaml"), "--rules", RuleFolder.failedLogins(folder.resolve("rules"), 3));

        assertThat(test.status()).isEqualTo(1);
        assertThat(test.err()).contains("slip.yaml:2:3: error: unknown key \"givn\"");
    }
}
