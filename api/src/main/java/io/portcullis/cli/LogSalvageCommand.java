package io.portcullis.cli;

import io.portcullis.store.LogSalvage;
import io.portcullis.store.Salvaged;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code log salvage}: a new data folder with what is whole of a damaged one. */
@Command(
        name = "salvage",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a new data folder with every event that is whole in a damaged one, which stays as it is. Events behind"
                    + " a lost one move up, with the decisions that were made of them.",
            "The exit status is 1 when events were lost."
        })
final class LogSalvageCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The damaged data folder (${DEFAULT-VALUE}), whose server is stopped.")
    private Path data;

    @Option(
            names = "--to",
            paramLabel = "NEWDIR",
            required = true,
            description = "The new data folder: empty, or not there yet.")
    private Path target;

    @Option(
            names = "--until-damage",
            description =
                    "Leave out what is behind the first lost event, so that a replay gives the recorded decisions.")
    private boolean untilDamage;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(data)) {
            throw Failure.misuse(data + ": there is no such folder", null);
        }
        Salvaged salvaged = salvage();
        tell(salvaged);
        return salvaged.lost().isEmpty() && salvaged.notes().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @SuppressWarnings("try") // The progress is shown, not asked.
    private Salvaged salvage() {
        AtomicLong done = new AtomicLong();
        try (LogSalvage salvage = LogSalvage.of(data, target);
                Progress progress = Progress.count("salvage", salvage.end() == 0 ? -1 : salvage.end(), done::get)) {
            return salvage.run(untilDamage, done::set);
        }
    }

    private void tell(Salvaged salvaged) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d events are in %s.%n", salvaged.kept(), target);
        if (salvaged.lost().isEmpty()) {
            out.println("None was lost.");
        } else {
            out.printf("%d were lost, at %s.%n", salvaged.lost().count(), salvaged.lost());
        }
        salvaged.notes().forEach(out::println);
        out.println("Start it: ./portcullis serve --data " + target);
    }
}
