package io.portcullis.cli;

import io.portcullis.replay.DecisionFile;
import io.portcullis.replay.Findings;
import io.portcullis.replay.Replay;
import io.portcullis.replay.Report;
import io.portcullis.replay.Summary;
import io.portcullis.replay.VerdictSink;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code replay}: history through the rules. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays history through rules, offline, and says what they would have decided.",
            "The same history under the same rules gives the same decisions, byte for byte. Malformed lines are skipped"
                    + " and counted, and the first ten are printed; the exit status is 1 then."
        })
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private HistoryFiles history;

    @Option(
            names = "--from-store",
            paramLabel = "DIR",
            description = "The data folder of a stopped server: replays its log, and lists decisions that differ from"
                    + " those recorded under the same rules; the exit status is 1 then.")
    private @Nullable Path store;

    @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rules; default: the shipped rules.")
    private @Nullable Path rulesFolder;

    @Option(names = "--baseline", paramLabel = "DIR", description = "Rules to compare with: says what changes.")
    private @Nullable Path baselineFolder;

    @Option(names = "--decisions", paramLabel = "OUT.ndjson", description = "Writes one decision a line, in order.")
    private @Nullable Path decisionsFile;

    @Option(names = "--report", paramLabel = "OUT.html", description = "Writes what was found as a page of HTML.")
    private @Nullable Path reportFile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (history.names().isEmpty() == (store == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    store == null
                            ? "Which file? Give - for the standard input, or --from-store DIR."
                            : "Either files or --from-store, not both.");
        }
        try (ReplayedHistory replayed = open();
                RuleSet rules = Rules.load(rulesFolder);
                RuleSet baseline = baselineFolder == null ? null : Rules.load(baselineFolder)) {
            return replay(replayed, rules, baseline);
        }
    }

    private ReplayedHistory open() throws IOException {
        return store == null
                ? new FileHistory(
                        history, FirstOnly.malformed(spec.commandLine().getErr())::accept)
                : new StoredHistory(store);
    }

    @SuppressWarnings("try") // The progress is shown, not asked.
    private int replay(ReplayedHistory replayed, RuleSet rules, @Nullable RuleSet baseline)
            throws IOException, InterruptedException {
        Findings findings = new Findings(baseline != null);
        long start = System.nanoTime();
        Replay.Outcome outcome;
        try (DecisionFile decisions =
                        decisionsFile == null ? null : new DecisionFile(Files.newOutputStream(decisionsFile));
                Progress progress = replayed.progress()) {
            outcome = new Replay(rules, baseline).run(replayed, sink(findings, decisions));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        tell(
                new Summary(findings, outcome, rules, baseline, replayed.skipped(), replayed.duplicates(), took),
                replayed.names());
        return replayed.skipped() == 0 && !findings.contradictHistory() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static VerdictSink sink(Findings findings, @Nullable DecisionFile decisions) {
        return verdict -> {
            findings.accept(verdict);
            if (decisions != null) {
                decisions.write(verdict.decision());
            }
        };
    }

    private void tell(Summary summary, List<String> names) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        summary.print(out);
        out.flush();
        if (reportFile != null) {
            Files.writeString(reportFile, Report.of(summary, names));
        }
    }
}
