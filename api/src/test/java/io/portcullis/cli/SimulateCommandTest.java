package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    }

    @Test
    void givenAnUnknownAttack_thenItNamesThoseThatThereAre() {
        Cli simulate = Cli.run("simulate", "--activities", 5, "--attacks", "arson", "-o", folder.resolve("x"));

        assertThat(simulate.status()).isEqualTo(2);
        assertThat(simulate.err()).contains("arson", "credential-stuffing");
    }
}
