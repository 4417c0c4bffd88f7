package io.portcullis.cli;

import io.portcullis.simulation.Attack;
import io.portcullis.simulation.Simulation;
import io.portcullis.simulation.SimulationFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: labelled synthetic traffic. */
@Command(
        name = "simulate",
        description = {
            "Writes simulated traffic of about a week as NDJSON: people, offices, machines that mean well, and attacks.",
            "The same seed gives the same bytes. Beside FILE, FILE.labels.json names the attack of each attack's activity."
        })
final class SimulateCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help;

    @Option(names = "--activities", paramLabel = "N", required = true, description = "How many activities.")
    private long activities;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Any number (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--attacks",
            split = ",",
            paramLabel = "ATTACK",
            description = "Which attacks there are (all; none for a world of innocents): ${COMPLETION-CANDIDATES}.",
            completionCandidates = Labels.class)
    private @Nullable List<String> attacks;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to; compressed when it ends in .gz.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (activities < 1) {
            throw new ParameterException(spec.commandLine(), "--activities must be at least 1");
        }
        AtomicLong written = new AtomicLong();
        try (Progress progress = Progress.count("simulate", activities, written::get)) {
            SimulationFile.write(new Simulation(activities, seed, chosen()), file, written::set);
        }
        return ExitCode.OK;
    }

    private Set<Attack> chosen() {
        if (attacks == null) {
            return EnumSet.allOf(Attack.class);
        }
        Set<Attack> chosen = EnumSet.noneOf(Attack.class);
        for (String label : attacks) {
            if (!label.equals("none")) {
                chosen.add(Attack.ofLabel(label)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "there is no attack \"" + label + "\"; there are " + String.join(", ", new Labels()))));
            }
        }
        return chosen;
    }

    /** The names of the attacks. */
    static final class Labels implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Attack.values()).map(Attack::label).toList().iterator();
        }
    }
}
