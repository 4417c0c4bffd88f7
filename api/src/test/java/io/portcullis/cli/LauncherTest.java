package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what the launcher does before it builds: a build within a build would take a minute. */
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of("..", "portcullis").toAbsolutePath().normalize();

    @TempDir
    private Path tools;

    @Test
    void givenMemoryThatIsNoSize_thenItSaysWhatOneIs() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.isExecutable(LAUNCHER));
        Process process = new ProcessBuilder("/bin/bash", LAUNCHER.toString(), "serve", "--memory", "lots")
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).isEqualTo("portcullis: --memory takes a size such as 512m or 4g, not \"lots\"\n");
    }

    @Test
    void givenNoJava_thenItSaysWhatItNeeds() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.isExecutable(LAUNCHER));
        for (String tool : new String[] {"dirname", "readlink"}) {
            Path path = Path.of("/usr/bin", tool);
            assumeTrue(Files.isExecutable(path));
            Files.createSymbolicLink(tools.resolve(tool), path);
        }
        ProcessBuilder launch =
                new ProcessBuilder("/bin/bash", LAUNCHER.toString(), "--help").redirectErrorStream(true);
        launch.environment().put("PATH", tools.toString());
        launch.environment().remove("JAVA_HOME");

        Process process = launch.start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).isEqualTo("portcullis: needs Java 17 or newer: put java on the PATH, or set JAVA_HOME\n");
    }
}
