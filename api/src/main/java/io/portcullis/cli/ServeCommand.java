package io.portcullis.cli;

import io.portcullis.server.PortcullisServer;
import io.portcullis.server.ServeOptions;
import io.portcullis.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
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

    @Option(names = "--demo", description = "Feeds it simulated traffic, so that every page has something to show.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (port < 0 || port > 65535) {
            err.println("--port must be from 0 to 65535");
            return 2;
        }
        try (PortcullisServer server = PortcullisServer.start(new ServeOptions(port, data, databaseUrl))) {
            if (demo) {
                server.demonstrate();
            }
            server.awaitClose();
            return 0;
        } catch (RuntimeException e) {
            err.println(explain(e));
            return 1;
        }
    }

    private String explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException) {
                return "portcullis: " + cause.getMessage();
            }
            if (cause instanceof PortInUseException) {
                return "portcullis: port " + port + " is in use: choose another with --port";
            }
        }
        return "portcullis: the server cannot start: "
                + (failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
    }
}
