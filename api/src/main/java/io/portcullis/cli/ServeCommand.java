package io.portcullis.cli;

import io.portcullis.intake.IntakeSettings;
import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.rules.InvalidRules;
import io.portcullis.server.PortcullisServer;
import io.portcullis.server.ServeOptions;
import io.portcullis.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the server until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server on 127.0.0.1. Stop it with Ctrl-C or SIGTERM.",
        footer = {
            "",
            "The first start writes an admin key to admin.key in the data folder, or takes the one in",
            "PORTCULLIS_ADMIN_KEY."
        })
public final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port to listen at (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the server's own (${DEFAULT-VALUE}): database, checkpoint, admin key.")
    private Path data;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "JDBC URL of a PostgreSQL database, instead of an H2 file in the data folder.")
    private @Nullable String databaseUrl;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of the rules that decide; default: the shipped rules. The server does not start"
                    + " with rules that may not run.")
    private @Nullable Path rulesFolder;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Heap.Converter.class,
            description = "Memory for Java's heap, such as 512m or 4g (1g). A million entities need about 3g.")
    private @Nullable Heap memory;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            defaultValue = "" + IntakeSettings.HORIZON_DAYS,
            description =
                    "How long ago a live activity may have happened (${DEFAULT-VALUE}). Older ones come by import.")
    private int horizon;

    @Option(names = "--demo", description = "Sends simulated traffic to the server, so that there is something to see.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (port < 0 || port > 65535) {
            err.println("portcullis: --port must be from 0 to 65535");
            return 2;
        }
        if (horizon < 1) {
            err.println("portcullis: --horizon must be 1 or more days");
            return 2;
        }
        if (memory != null && !memory.isGiven()) {
            err.println("portcullis: Java was not started with a heap of " + memory + ": use ./portcullis, or java -Xmx"
                    + memory);
            return 2;
        }
        if (rulesFolder != null && !Files.isDirectory(rulesFolder)) {
            err.println("portcullis: " + rulesFolder + ": there is no such folder of rules");
            return 2;
        }
        try (PortcullisServer server = PortcullisServer.start(options())) {
            if (demo) {
                server.demonstrate();
            }
            server.awaitClose();
            return 0;
        } catch (RuntimeException e) {
            Optional<InvalidRules> wrong = causes(e)
                    .filter(InvalidRules.class::isInstance)
                    .map(InvalidRules.class::cast)
                    .findFirst();
            if (wrong.isPresent()) {
                throw Rules.misuse(wrong.get(), rulesFolder);
            }
            err.println(explain(e));
            return 1;
        }
    }

    private ServeOptions options() {
        return new ServeOptions(
                port,
                data,
                databaseUrl,
                rulesFolder,
                System.getenv("PORTCULLIS_ADMIN_KEY"),
                IntakeSettings.DEFAULTS.withHorizon(Duration.ofDays(horizon)));
    }

    private String explain(RuntimeException failure) {
        return causes(failure)
                .flatMap(cause -> explanation(cause).stream())
                .findFirst()
                .orElseGet(() -> "portcullis: the server cannot start: "
                        + (failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure));
    }

    private Optional<String> explanation(Throwable cause) {
        if (cause instanceof StoreException || cause instanceof IntakeUnavailable) {
            return Optional.of("portcullis: " + cause.getMessage());
        }
        return cause instanceof PortInUseException
                ? Optional.of("portcullis: port " + port + " is in use: choose another with --port")
                : Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
