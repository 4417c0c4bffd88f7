package io.portcullis.cli;

import io.portcullis.openapi.CatalogueWriter;
import io.portcullis.openapi.Guess;
import io.portcullis.openapi.Guesser;
import io.portcullis.openapi.OpenApiFile;
import io.portcullis.openapi.Operation;
import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.EndpointFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code endpoints import}: an endpoint catalogue from an OpenAPI file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Writes an endpoints.yaml from an OpenAPI 3 or Swagger 2 file, YAML or JSON.",
            "Purposes are guessed from paths, operationIds, tags and summaries, sensitivities from purposes and methods;"
                    + " comments say from what. Read it before you rely on it. References to other files are followed,"
                    + " nothing is fetched."
        })
final class EndpointsImportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The OpenAPI file.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; default: the standard output.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Writes over a file that is there, with all that was changed in it.")
    private boolean force;

    @Mixin
    private CatalogueOption rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireRoom();
        EndpointFile known = rules.file();
        List<Diagnostic> wrong = new ArrayList<>();
        OpenApiFile openApi = OpenApiFile.read(file, wrong::add);
        PrintWriter err = spec.commandLine().getErr();
        if (!wrong.isEmpty()) {
            wrong.forEach(err::println);
            return ExitCode.SOFTWARE;
        }
        Guesser guesser = new Guesser(known.catalogue());
        String yaml = new CatalogueWriter(guesser).write(name(), openApi.operations(), words(known.text()));
        if (output == null) {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, yaml);
        }
        summarise(err, openApi, guesser);
        return ExitCode.OK;
    }

    /** Before all work: a catalogue that somebody went through is worth more than a guessed one. */
    private void requireRoom() {
        if (output == null) {
            return;
        }
        if (Files.exists(output) && !force) {
            throw Failure.misuse(output + ": already exists; overwrite it with --force", null);
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw Failure.misuse(folder + ": there is no such folder", null);
        }
    }

    private String name() {
        Path name = file.getFileName();
        return (name == null ? file : name).toString();
    }

    /** The rest of the catalogue stays as it is. */
    private static String words(String catalogue) {
        return catalogue
                .lines()
                .dropWhile(line -> !line.startsWith("words:") && !line.startsWith("things:"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static void summarise(PrintWriter err, OpenApiFile openApi, Guesser guesser) {
        Map<String, Integer> byPurpose = new TreeMap<>();
        List<Operation> unknown = new ArrayList<>();
        for (Operation operation : openApi.operations()) {
            Guess guess = guesser.guess(operation);
            if (guess.isRecognised()) {
                byPurpose.merge(guess.purpose(), 1, Integer::sum);
            } else {
                unknown.add(operation);
            }
        }
        if (openApi.operations().isEmpty()) {
            err.println("no endpoints: the file describes no calls that clients make");
        } else {
            err.printf(
                    "%d endpoints; %d of them recognised%n",
                    openApi.operations().size(), openApi.operations().size() - unknown.size());
        }
        byPurpose.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(purpose -> err.printf("  %5d  %s%n", purpose.getValue(), purpose.getKey()));
        if (!unknown.isEmpty()) {
            err.println("not recognised, and written as other:");
            unknown.forEach(operation -> err.printf("  %s %s%n", operation.method(), operation.path()));
        }
        if (!openApi.left().isEmpty()) {
            err.println("left out:");
            openApi.left().forEach(left -> err.println("  " + left));
        }
    }
}
