package io.portcullis.cli;

import io.portcullis.replay.Counted;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: may these rules run? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Compiles, vets and lints rules.",
            "Prints what is wrong as file:line:column: error: message, and exits 1 then. Warnings leave it at 0."
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder of rules; default: the shipped rules.")
    private @Nullable Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (RuleSet rules = Rules.compile(folder)) {
            rules.warnings().forEach(diagnostic -> out.println(Rules.located(diagnostic, folder)));
            out.printf("%s may run, as rule set %s%n", Counted.of(rules.rules().size(), "rule"), rules.id());
            return ExitCode.OK;
        } catch (InvalidRules e) {
            e.diagnostics().forEach(diagnostic -> out.println(Rules.located(diagnostic, folder)));
            return ExitCode.SOFTWARE;
        }
    }
}
