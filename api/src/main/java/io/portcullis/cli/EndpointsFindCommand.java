package io.portcullis.cli;

import io.portcullis.domain.spelling.Nearest;
import io.portcullis.rules.reference.EndpointCatalogue;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.io.IOException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code endpoints find}: what is a path taken for? */
@Command(name = "find", mixinStandardHelpOptions = true, description = "Tells what a call is taken for.")
final class EndpointsFindCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "METHOD", description = "Such as GET.")
    private String method;

    @Parameters(index = "1", paramLabel = "PATH", description = "As it is called: /v1/orders/17?page=2.")
    private String path;

    @Mixin
    private CatalogueOption rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!EndpointCatalogue.METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no method \"" + method + "\""
                            + Nearest.to(method, EndpointCatalogue.METHODS, 2)
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse("; there are "
                                            + String.join(", ", new TreeSet<>(EndpointCatalogue.METHODS))));
        }
        if (!path.startsWith("/")) {
            throw new ParameterException(spec.commandLine(), "A path begins with /, and \"" + path + "\" does not");
        }
        EndpointProfile found = rules.catalogue().find(method, path);
        spec.commandLine()
                .getOut()
                .printf(
                        "%s %s%n  endpoint     %s%n  purpose      %s%n  sensitivity  %s%n",
                        method.toUpperCase(Locale.ROOT),
                        path,
                        found.id(),
                        found.purpose().isEmpty() ? "(not known)" : found.purpose(),
                        found.sensitivity());
        return ExitCode.OK;
    }
}
