package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code endpoints.yaml}, as it is written. */
record EndpointsFile(List<Template> templates, Map<String, Word> words, Map<String, Word> things) {

    static final EndpointsFile EMPTY = new EndpointsFile(List.of(), Map.of(), Map.of());

    /** A path template with a method: {@code POST /v1/orders/{id}/refund}. */
    record Template(String method, String path, String purpose, String sensitivity) {}

    /** A word that tells the purpose of a path that is not listed, or the name of a thing that does. */
    record Word(String purpose, String sensitivity) {}

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static EndpointsFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Map<String, YamlNode> file = yaml.read(text, Set.of("endpoints", "words", "things"));
        List<Template> templates = new ArrayList<>();
        for (YamlNode node : yaml.items(file.get("endpoints"))) {
            templates.add(template(yaml, node));
        }
        return new EndpointsFile(templates, words(yaml, file.get("words")), words(yaml, file.get("things")));
    }

    private static Map<String, Word> words(YamlFile yaml, @Nullable YamlNode listed) {
        Map<String, Word> words = new LinkedHashMap<>();
        if (listed != null) {
            yaml.fields(listed).forEach((word, node) -> {
                if (EndpointCatalogue.plain(word).isEmpty()) {
                    yaml.error(node, "\"" + word + "\" is no word: it has 1 to 40 characters");
                }
                words.put(word, word(yaml, node));
            });
        }
        return words;
    }

    private static Template template(YamlFile yaml, YamlNode node) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("method", "path", "purpose", "sensitivity"));
        String path = yaml.text(node, fields, "path");
        YamlNode written = fields.get("path");
        if (written != null && !path.isEmpty() && !path.startsWith("/")) {
            yaml.error(written, "a path must begin with /");
        }
        return new Template(
                yaml.choice(node, fields, "method", EndpointCatalogue.METHODS),
                path,
                yaml.choice(node, fields, "purpose", EndpointCatalogue.PURPOSES),
                yaml.choice(node, fields, "sensitivity", EndpointCatalogue.SENSITIVITIES));
    }

    private static Word word(YamlFile yaml, YamlNode node) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("purpose", "sensitivity"));
        return new Word(
                yaml.choice(node, fields, "purpose", EndpointCatalogue.PURPOSES),
                yaml.choice(node, fields, "sensitivity", EndpointCatalogue.SENSITIVITIES));
    }
}
