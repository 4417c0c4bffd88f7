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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: labelled synthetic traffic. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes labelled synthetic traffic: benign users, offices behind one address, crawlers, and attacks.",
            "The same seed gives the same bytes. FILE.labels.json maps each activity of an attack to its attack,",
            "FILE.episodes.json to the attack and which of its episodes: card-testing#12.",
            "Every attack has an episode at least: below some 250,000 activities the long ones are cut, and below",
            "100,000 there are more attacks than asked."
        })
final class SimulateCommand implements Callable<Integer> {

    private static final String NONE = "none";

    @Option(names = "--activities", required = true, paramLabel = "N", description = "How many activities.")
    private long activities;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--attacks",
            split = ",",
            paramLabel = "ATTACK",
            completionCandidates = AttackNames.class,
            description = "Which attacks, separated by commas: ${COMPLETION-CANDIDATES}, or none. Default: all.")
    private @Nullable List<String> attacks;

    @Option(
            names = "--attack-share",
            defaultValue = "" + Simulation.USUAL_ATTACKS,
            paramLabel = "PERCENT",
            description = "How many activities in a hundred belong to attacks, 1 to 50. Default: ${DEFAULT-VALUE}.")
    private int attackShare;

    @Option(
            names = "--days",
            defaultValue = "" + Simulation.USUAL_DAYS,
            paramLabel = "N",
            description = "How many days they take, about, 1 to 60. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write; compressed when it ends in .gz.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // The progress is shown, not asked.
    public Integer call() throws IOException {
        if (activities < 1) {
            throw new ParameterException(spec.commandLine(), "--activities must be at least 1");
        }
        Simulation simulation = simulation();
        AtomicLong written = new AtomicLong();
        try (Progress progress = Progress.count("simulate", activities, written::get)) {
            SimulationFile.write(simulation, file, written::set);
        }
        return ExitCode.OK;
    }

    private Simulation simulation() {
        try {
            return new Simulation(activities, seed, chosen(), attackShare, days);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Set<Attack> chosen() {
        if (attacks == null) {
            return EnumSet.allOf(Attack.class);
        }
        Set<Attack> chosen = EnumSet.noneOf(Attack.class);
        for (String label : attacks) {
            if (!label.equals(NONE)) {
                chosen.add(Attack.ofLabel(label)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "There is no attack \"" + label + "\"; there are "
                                        + String.join(", ", new AttackNames()) + ", and none")));
            }
        }
        return chosen;
    }

    static final class AttackNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Attack.values()).map(Attack::label).iterator();
        }
    }
}
