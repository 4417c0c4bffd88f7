package io.portcullis.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./portcullis} as its users do. */
final class Launcher {

    private static final Path PROGRAM = Path.of(System.getProperty("portcullis.home", "."), "portcullis");

    private Launcher() {}

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    static Process start(File output, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toAbsolutePath().toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** @return seconds that it took */
    static double run(String... arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(new File("/dev/null"), List.of(arguments));
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", arguments) + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", arguments) + " exits with " + process.exitValue());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
