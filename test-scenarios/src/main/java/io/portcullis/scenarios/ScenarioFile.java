package io.portcullis.scenarios;

import io.portcullis.rules.Bounds;
import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.FileTree;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.Utf8Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of scenarios.
 *
 * @param name as the user named it, or within the folder that it was found in
 */
public record ScenarioFile(String name, List<Scenario> scenarios) {

    /** Folders of a Maven module, which the shipped scenarios lie in. */
    private static final Set<String> NO_SCENARIOS = Set.of("src", "target");

    private static final String SHIPPED = "/scenarios";

    /**
     * @throws InvalidScenario where it is not written as scenarios are
     */
    public static ScenarioFile read(Path file, String name) throws IOException, InvalidScenario {
        try {
            return new ScenarioFile(name, new ScenarioReader(name).read(Utf8Text.read(file, name, Bounds.YAML_BYTES)));
        } catch (InvalidRules e) {
            throw new InvalidScenario(e.diagnostics().get(0));
        }
    }

    /** Every {@code *.yaml} in a folder and its sub-folders, by name; or the one file. */
    public static List<ScenarioFile> readAll(Path folder) throws IOException, InvalidScenario {
        List<ScenarioFile> files = new ArrayList<>();
        for (Path file : list(folder)) {
            files.add(read(file, file.toString()));
        }
        return files;
    }

    /** The scenarios that come with Portcullis. */
    public static List<ScenarioFile> shipped() throws IOException, InvalidScenario {
        URL scenarios = ScenarioFile.class.getResource(SHIPPED);
        if (scenarios == null) {
            throw new IOException("this build of Portcullis has no scenarios");
        }
        try {
            URI uri = scenarios.toURI();
            if (uri.getScheme().equals("file")) {
                return within(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return within(jar.getPath(SHIPPED));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<ScenarioFile> within(Path folder) throws IOException, InvalidScenario {
        List<ScenarioFile> files = new ArrayList<>();
        for (Path file : list(folder)) {
            files.add(read(file, folder.relativize(file).toString()));
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException, InvalidScenario {
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "there is no such folder of scenarios");
        }
        List<Path> files = Files.isDirectory(folder) ? yaml(folder) : List.of(folder);
        if (files.isEmpty()) {
            throw new NoSuchFileException(folder.toString(), null, "there are no scenarios (*.yaml) in it");
        }
        return files;
    }

    private static List<Path> yaml(Path folder) throws IOException, InvalidScenario {
        try {
            return FileTree.of(folder).find(".yaml", NO_SCENARIOS);
        } catch (InvalidRules e) {
            Diagnostic first = e.diagnostics().get(0);
            throw new InvalidScenario(first.at(folder.resolve(first.file()).toString(), first.line(), first.column()));
        }
    }
}
