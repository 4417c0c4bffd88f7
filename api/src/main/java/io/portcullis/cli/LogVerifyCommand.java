package io.portcullis.cli;

import io.portcullis.intake.Intake;
import io.portcullis.store.LogCondition;
import io.portcullis.store.LogExamination;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code log verify}: is every event there, and whole? */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads every event of the log of a stopped server, and compares its checksum. Changes nothing.",
            "The exit status is 1 when something is damaged."
        })
final class LogVerifyCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data folder of the server (${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            description = "JDBC URL of the PostgreSQL database that has the log, instead of the data folder.")
    private @Nullable String databaseUrl;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (databaseUrl == null && !Files.isDirectory(data)) {
            throw Failure.misuse(data + ": there is no such folder", null);
        }
        if (databaseUrl != null && !databaseUrl.startsWith("jdbc:postgresql:")) {
            throw Failure.misuse("--db-url must be a jdbc:postgresql: URL", null);
        }
        LogCondition condition = examine();
        tell(condition);
        return condition.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @SuppressWarnings("try") // The progress is shown, not asked.
    private LogCondition examine() {
        AtomicLong read = new AtomicLong();
        try (LogExamination examination =
                        databaseUrl == null ? LogExamination.of(data) : LogExamination.of(databaseUrl);
                Progress progress = Progress.count("verify", examination.end(), read::get)) {
            return examination.examine(
                    databaseUrl == null ? Intake.checkpointIn(data.resolve("checkpoint")) : 0, read::set);
        }
    }

    private void tell(LogCondition condition) {
        PrintWriter out = spec.commandLine().getOut();
        if (condition.isGood()) {
            out.printf("The log is good: %d events, none missing, each as it was written.%n", condition.end());
            return;
        }
        out.println("The log is damaged:");
        condition.findings().forEach(finding -> out.println("  " + finding));
        out.printf("Good until position %d. %d events are whole.%n", condition.goodUntil(), condition.good());
        out.println(
                databaseUrl == null
                        ? "Restore the data folder from a backup, or save what is whole to a new one:\n"
                                + "  ./portcullis log salvage --data " + data + " --to NEWDIR"
                        : "Restore the database from a backup.");
    }
}
