package io.portcullis.cli;

import io.portcullis.replay.Counted;
import io.portcullis.rules.Rule;
import io.portcullis.rules.RuleSet;
import io.portcullis.scenarios.InvalidScenario;
import io.portcullis.scenarios.ScenarioFile;
import io.portcullis.scenarios.ScenarioReport;
import io.portcullis.scenarios.ScenarioResult;
import io.portcullis.scenarios.ScenarioRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code test}: do the rules decide as the scenarios tell? */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Runs scenarios against rules.",
            "Prints each failure as file:line with the values that the rules saw, and exits 1 then.",
            "Counts the rules that scenarios cover: each should fire in one, and in another, a near miss, be expected to"
                    + " be silent (without: [its name or signal]) and stay so from beginning to end."
        })
final class TestCommand implements Callable<Integer> {

    private static final Path DEFAULT = Path.of("test-scenarios");

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description =
                    "The folder of scenarios, or one file; default: test-scenarios, or the shipped ones where there"
                            + " is no such folder.")
    private @Nullable Path folder;

    @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rules; default: the shipped rules.")
    private @Nullable Path rulesFolder;

    @Option(
            names = {"--strict", "--require-coverage"},
            description = "Fails, too, when a rule fires in no scenario, or has no near miss, and lists all of those.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (RuleSet rules = Rules.load(rulesFolder)) {
            ScenarioReport report = new ScenarioRunner(rules).run(scenarios());
            print(report);
            boolean covered =
                    report.neverFired().isEmpty() && report.withoutNearMiss().isEmpty();
            return report.passed() && (covered || !strict) ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private List<ScenarioFile> scenarios() throws IOException {
        try {
            if (folder != null) {
                return ScenarioFile.readAll(folder);
            }
            return Files.isDirectory(DEFAULT) ? ScenarioFile.readAll(DEFAULT) : ScenarioFile.shipped();
        } catch (InvalidScenario e) {
            throw Failure.of("the scenarios cannot be read:\n" + e.getMessage(), e);
        }
    }

    private void print(ScenarioReport report) {
        PrintWriter out = spec.commandLine().getOut();
        List<ScenarioResult> results = report.results();
        results.forEach(result -> result.failures().forEach(out::println));
        long failed = results.stream().filter(result -> !result.passed()).count();
        out.printf(
                "%s: %d passed, %d failed%n", Counted.of(results.size(), "scenario"), results.size() - failed, failed);
        out.printf(
                "%s: %d fire, %d have a near miss%n",
                Counted.of(report.rules().size(), "rule"),
                report.rules().size() - report.neverFired().size(),
                report.rules().size() - report.withoutNearMiss().size());
        uncovered(out, "no scenario makes it fire", report.neverFired());
        uncovered(out, "no scenario is a near miss of it", report.withoutNearMiss());
    }

    /** Whoever tries one scenario against the shipped rules does not want to read about all others. */
    private void uncovered(PrintWriter out, String why, List<Rule> rules) {
        if (strict) {
            rules.forEach(rule -> out.printf("%s:%d: %s: %s%n", rule.file(), rule.line(), rule.name(), why));
        }
    }
}
