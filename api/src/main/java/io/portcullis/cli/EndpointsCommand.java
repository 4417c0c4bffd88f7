package io.portcullis.cli;

import io.portcullis.rules.reference.EndpointCatalogue;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code endpoints}: what the endpoint catalogue holds. */
@Command(
        name = "endpoints",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the endpoint catalogue: what each endpoint is for, and how much harm its abuse does.",
            "An endpoint */word stands for all paths that are not listed and have that word."
        },
        subcommands = {EndpointsImportCommand.class, EndpointsFindCommand.class})
final class EndpointsCommand implements Callable<Integer> {

    @Mixin
    private CatalogueOption rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        print(spec.commandLine().getOut(), rules.catalogue().entries());
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, List<EndpointProfile> entries) {
        int width =
                entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(0);
        String row = "%-" + Math.max(width, 8) + "s  %-17s  %s%n";
        out.printf(row, "ENDPOINT", "PURPOSE", "SENSITIVITY");
        entries.forEach(entry -> out.printf(row, entry.id(), entry.purpose(), entry.sensitivity()));
        EndpointProfile other = EndpointCatalogue.OTHER;
        out.printf(row, other.id(), "", other.sensitivity());
    }
}
