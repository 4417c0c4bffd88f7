package io.portcullis.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Payment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

    private static final String EXPECT = "\n  expect:\n    last: {flagged: true}\n";

    private static List<Moment> told(String given) throws InvalidScenario {
        return new ScenarioReader("x.yaml")
                .read("- scenario: x\n  given:\n" + given.indent(4).stripTrailing() + EXPECT)
                .get(0)
                .given();
    }

    private static List<Long> seconds(String given) throws InvalidScenario {
        return told(given).stream().map(moment -> moment.since().toSeconds()).toList();
    }

    private static List<String> accounts(String given) throws InvalidScenario {
        return told(given).stream()
                .map(moment -> String.valueOf(moment.activity().entities().account()))
                .toList();
    }

    @Nested
    class Time {

        @Test
        void givenNoTimes_thenEachActivityFollowsASecondAfterTheLast() throws InvalidScenario {
            assertThat(seconds("""
                            - login: {account: a, outcome: failed}
                              repeat: 2
                            - login: {account: a, outcome: failed}
                            """)).containsExactly(0L, 1L, 2L);
        }

        @Test
        void givenTimes_thenTheyCountFromTheBeginningOrFromTheLastActivity() throws InvalidScenario {
            assertThat(seconds("""
                            - at: 1m
                              login: {account: a, outcome: failed}
                              repeat: 3
                              every: 10s
                            - at: +1h30m
                              login: {account: a, outcome: failed}
                            - at: 5s
                              login: {account: a, outcome: failed}
                            """)).containsExactly(5L, 60L, 70L, 80L, 80L + 5400);
        }

        @Test
        void givenAGroup_thenItsStepsCountFromItsBeginning() throws InvalidScenario {
            assertThat(seconds("""
                            - repeat: 2
                              every: 1m
                              steps:
                                - login: {account: a, outcome: failed}
                                - at: 7s
                                  login: {account: a, outcome: succeeded}
                            """)).containsExactly(0L, 7L, 60L, 67L);
        }

        @Test
        void isWrittenAndReadAsPeopleDo() {
            Duration duration = Duration.ofDays(2).plusMinutes(5);
            assertThat(Offset.parse("2d5m").orElseThrow().duration()).isEqualTo(duration);
            assertThat(Offset.words(duration)).isEqualTo("2d5m");
            assertThat(Offset.parse("1500ms").orElseThrow().duration()).isEqualTo(Duration.ofMillis(1500));
            assertThat(Offset.parse("")).isEmpty();
            assertThat(Offset.parse("+")).isEmpty();
            assertThat(Offset.parse("5 minutes")).isEmpty();
        }
    }

    @Nested
    class Counting {

        @Test
        void countsRepetitions() throws InvalidScenario {
            assertThat(accounts("- login: {account: \"{n}-{n%2}-{n/2}\", outcome: failed}\n  repeat: 4"))
                    .containsExactly("1-1-1", "2-2-1", "3-1-2", "4-2-2");
        }

        @Test
        void countsTheRepetitionAround() throws InvalidScenario {
            assertThat(accounts("""
                            - repeat: 2
                              steps:
                                - login: {account: "{group}/{n}", outcome: failed}
                                  repeat: 2
                                - login: {account: "alone {n}", outcome: failed}
                            """)).containsExactly("1/1", "1/2", "alone 1", "2/1", "2/2", "alone 2");
        }

        @Test
        void countsInNumbersToo() throws InvalidScenario {
            Payment payment = (Payment)
                    told("- payment: {account: a, kind: charge, outcome: approved, amount: \"{n}.50\"}\n  repeat: 2")
                            .get(1)
                            .activity();
            assertThat(payment.amount()).isEqualByComparingTo("2.5");
        }
    }

    @Test
    void givenDefaults_thenTheyHoldUntilAnActivitySaysOtherwise() throws InvalidScenario {
        List<Moment> given = new ScenarioReader("x.yaml").read("""
                        - scenario: x
                          with: {ip: 192.0.2.1, account: a}
                          given:
                            - login: {outcome: failed}
                            - login: {ip: 192.0.2.2, account: null, outcome: failed}
                          expect: {last: {flagged: false}}
                        """).get(0).given();

        assertThat(given.get(0).activity().entities().account()).isEqualTo("a");
        assertThat(given.get(1).activity().entities().ip()).isEqualTo("192.0.2.2");
        assertThat(given.get(1).activity().entities().account()).isNull();
        assertThat(given.get(0).activity()).isInstanceOf(Login.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- login: {account: a, outcome: failed}~  repaet: 3     | 4:7  | unknown key \"repaet\"",
                "- login: {acount: a, ip: 192.0.2.1, outcome: failed}   | 3:15 | \"acount\" is no field of login",
                "- login: {account: a, outcome: lost}                   | 3:27 | \"outcome\" must be one of",
                "- login: {outcome: failed}                             | 3:14 | must name at least one of",
                "- login: {account: a, id: b, outcome: failed}          | 3:27 | \"id\" is set by the scenario",
                "- login: {account: \"{m}\", outcome: failed}           | 3:24 | braces hold a counter",
                "- login: {account: a, outcome: failed}~  repeat: often | 4:15 | \"repeat\" must be a number",
                "- login: {account: a, outcome: failed}~  every: soon   | 4:14 | \"every\" must be a time",
                "- at: 5s                                               | 3:7  | a step is one of",
                "- login: {account: a, outcome: failed, ip: [x]}        | 3:44 | \"ip\" must be a string",
                "- nothing                                              | 3:7  | a step must be a mapping",
                "- login: {account: a                                   | 4:9  | malformed YAML"
            })
    void givenASlip_thenItSaysWhere(String given, String place, String message) {
        assertThatThrownBy(() -> told(given.replace("~", "\n")))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageStartingWith("x.yaml:" + place + ": error: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sometimes: {flagged: true}      | expect something of: first, last, any, all",
                "last of nobody: {flagged: true} | no step is called \"nobody\"",
                "last: {action: SHOUT}           | no such action",
                "last: {flagged: perhaps}        | \"flagged\" must be true or false",
                "last: {flaged: true}            | unknown key \"flaged\""
            })
    void givenAnExpectationOfNothing_thenItSaysWhere(String expectation, String message) {
        String text =
                "- scenario: x\n  given:\n    - login: {account: a, outcome: failed}\n  expect:\n    " + expectation;

        assertThatThrownBy(() -> new ScenarioReader("x.yaml").read(text))
                .hasMessageStartingWith("x.yaml:5:")
                .hasMessageContaining(message);
    }
}
