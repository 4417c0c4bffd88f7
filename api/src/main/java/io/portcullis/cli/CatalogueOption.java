package io.portcullis.cli;

import io.portcullis.rules.EndpointFile;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.reference.EndpointCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose endpoint catalogue a command works with. */
final class CatalogueOption {

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of rules whose endpoints.yaml is meant; default: the shipped rules.")
    private @Nullable Path folder;

    EndpointFile file() throws IOException {
        try {
            return EndpointFile.of(folder);
        } catch (InvalidRules e) {
            throw Rules.misuse(e, folder);
        }
    }

    EndpointCatalogue catalogue() throws IOException {
        return file().catalogue();
    }
}
