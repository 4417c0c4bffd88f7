package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void givenTheSameSeed_thenTheBytesAreTheSame() throws IOException {
        Path first = folder.resolve("first.ndjson");
        Path second = folder.resolve("second.ndjson");

        assertThat(Cli.run("simulate", "--activities", 500, "--seed", 3, "-o", first)
                        .status())
                .isZero();
        assertThat(Cli.run("simulate", "--activities", 500, "--seed", 3, "-o", second)
                        .status())
                .isZero();

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.readAllLines(first)).hasSize(500);
        assertThat(folder.resolve("first.ndjson.labels.json")).isNotEmptyFile();
        assertThat(folder.resolve("first.ndjson.episodes.json")).isNotEmptyFile();
    }

    @Test
    void givenAShareOfAttacks_thenSoManyActivitiesAreLabelled() throws IOException {
        assertThat(labels(2)).isBetween(30L, 500L);
        assertThat(labels(30)).isBetween(2_000L, 4_500L);
    }

    private long labels(int share) throws IOException {
        Path file = folder.resolve(share + ".ndjson");
        Cli simulate = Cli.run(
                "simulate", "--activities", 10_000, "--attacks", "card-testing", "--attack-share", share, "-o", file);
        assertThat(simulate.status()).isZero();
        try (Stream<String> lines = Files.lines(folder.resolve(share + ".ndjson.labels.json"))) {
            return lines.filter(line -> line.contains("card-testing")).count();
        }
    }

    @Test
    void givenDays_thenTheActivitiesTakeThemAbout() throws IOException {
        Path file = folder.resolve("month.ndjson");
        assertThat(Cli.run("simulate", "--activities", 20_000, "--attacks", "none", "--days", 28, "-o", file)
                        .status())
                .isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(lines.size() - 1)).containsPattern("\"occurredAt\":\"2026-0(1-[23]|2-0)");
    }

    @ParameterizedTest
    @CsvSource({"--attack-share, 0", "--attack-share, 51", "--days, 0", "--days, 61", "--days, many"})
    void givenANumberOutOfItsRange_thenItIsMisuse(String option, String value) {
        Cli simulate = Cli.run("simulate", "--activities", 5, option, value, "-o", folder.resolve("x"));

        assertThat(simulate.status()).isEqualTo(2);
        assertThat(simulate.err()).contains(value);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void givenAnUnknownAttack_thenItNamesThoseThatThereAre() {
        Cli simulate = Cli.run("simulate", "--activities", 5, "--attacks", "arson", "-o", folder.resolve("x"));

        assertThat(simulate.status()).isEqualTo(2);
        assertThat(simulate.err()).contains("arson", "credential-stuffing");
    }
}
