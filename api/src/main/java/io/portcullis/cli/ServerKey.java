package io.portcullis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that a command shows to a server. */
final class ServerKey {

    private static final String VARIABLE = "PORTCULLIS_KEY";

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The server's key; others on this machine can see it here, so rather set " + VARIABLE + ".")
    private @Nullable String key;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file that holds the key, such as admin.key.")
    private @Nullable Path file;

    /** Null when there is none. */
    @Nullable
    String read(Map<String, String> environment) throws IOException {
        String text = key != null ? key : file != null ? Files.readString(file) : environment.get(VARIABLE);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
