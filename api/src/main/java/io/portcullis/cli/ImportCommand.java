package io.portcullis.cli;

import io.portcullis.client.ActivityClient;
import io.portcullis.client.ServerUnusable;
import io.portcullis.client.Shipment;
import io.portcullis.domain.activity.Activity;
import io.portcullis.history.HistoryReader;
import io.portcullis.history.HistorySource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code import}: history into a running server. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Sends history to a running server.",
            "An activity without an id gets one from its file's name and line, so that the same command again sends"
                    + " nothing twice: it may be stopped and repeated. Of malformed lines and activities that the server"
                    + " rejects, the first ten are printed and all are counted; the exit status is 1 then."
        })
final class ImportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Mixin
    private HistoryFiles history;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The server's address, such as http://127.0.0.1:8080.")
    private URI server;

    @Mixin
    private ServerKey key;

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // The progress is shown, not asked.
    public Integer call() throws IOException, InterruptedException {
        if (history.names().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Which file? Give - for the standard input.");
        }
        checkServer();
        PrintWriter err = spec.commandLine().getErr();
        List<HistorySource> sources = history.sources();
        ActivityClient client = new ActivityClient(server, key.read(System.getenv()), PATIENCE);
        FirstOnly rejected = new FirstOnly(err, "rejected activities");
        Shipment shipment = new Shipment(
                client,
                (place, rejection) -> rejected.accept(place + ": "
                        + (rejection.field().isEmpty() ? "" : rejection.field() + ": ") + rejection.reason()));
        try (HistoryReader reader = history.openAsSent(sources, FirstOnly.malformed(err)::accept);
                Progress progress = Progress.show("import", HistoryFiles.size(sources), reader::bytesRead)) {
            send(reader, shipment);
            return reader.skipped() + shipment.rejected() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private void send(HistoryReader reader, Shipment shipment) throws IOException, InterruptedException {
        try {
            for (Activity activity = reader.next(); activity != null; activity = reader.next()) {
                shipment.add(activity, reader.place());
            }
            shipment.flush();
        } catch (ServerUnusable e) {
            throw Failure.of(
                    e.getMessage() + "\n" + counts(reader, shipment)
                            + "\nThe same command again goes on from here: what has arrived is counted once.",
                    e);
        }
        spec.commandLine().getOut().println(counts(reader, shipment));
        shipment.warned()
                .forEach((warning, times) ->
                        spec.commandLine().getErr().printf("warning, %,d times: %s%n", times, warning));
    }

    private static String counts(HistoryReader reader, Shipment shipment) {
        return String.format(
                "%,d accepted, %,d duplicates, %,d rejected, %,d malformed lines skipped",
                shipment.accepted(), shipment.duplicates(), shipment.rejected(), reader.skipped());
    }

    private void checkServer() {
        String scheme = server.getScheme();
        if (server.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(
                    spec.commandLine(), "--to must be an address such as http://127.0.0.1:8080, not " + server);
        }
        if ("http".equals(scheme) && !THIS_MACHINE.contains(server.getHost())) {
            spec.commandLine()
                    .getErr()
                    .println("portcullis: warning: key and activities travel unencrypted to " + server);
        }
    }
}
