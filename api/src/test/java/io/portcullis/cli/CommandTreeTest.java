package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "chekc => there is no command \"chekc\"; did you mean \"check\"?",
                "help chekc => there is no command \"chekc\"; did you mean \"check\"?",
                "endpoints fnd => there is no command \"fnd\"; did you mean \"find\"?",
                "bnech => there is no command \"bnech\"; did you mean \"bench\"?",
                "frobnicate --now => there is no command \"frobnicate\"; there are serve, check, endpoints, test, replay,",
                "bench => the benchmarks are a program of their own, which ./portcullis bench runs",
                "help bench => the benchmarks are a program of their own, which ./portcullis bench runs",
            })
    void givenAnUnknownCommand_thenItIsMisuse_andTheNearestOneIsNamed(String arguments, String message) {
        Cli cli = Cli.run((Object[]) arguments.split(" "));

        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).startsWith("portcullis: " + message);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void givenAnUnknownOption_thenTheNearestOneIsNamed() {
        Cli cli = Cli.run("--versio");

        assertThat(cli.status()).isEqualTo(2);
        assertThat(cli.err()).contains("Unknown option: '--versio'", "--version");
    }

    @Test
    void givenNoJar_thenTheVersionIsThatOfADevelopment() {
        assertThat(Cli.run("--version").out()).isEqualToIgnoringNewLines("portcullis (development)");
    }
}
