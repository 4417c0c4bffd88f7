package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code clients.yaml}, as it is written: the first program whose token stands in the user agent is it. */
record ClientsFile(List<Program> programs) {

    private static final Set<String> AUTOMATED = Set.of("library", "automation", "headless");
    private static final Set<String> DECLARED_BOTS = Set.of("crawler", "monitor");
    private static final Set<String> KINDS =
            Set.of("browser", "library", "automation", "headless", "crawler", "monitor");

    /**
     * A program.
     *
     * @param kind what it is for
     * @param token stands in its user agent, in lower case; the name in lower case where the file gives none
     */
    record Program(String name, String kind, String token) {

        boolean isAutomated() {
            return AUTOMATED.contains(kind);
        }

        boolean isDeclaredBot() {
            return DECLARED_BOTS.contains(kind);
        }
    }

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static ClientsFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        List<Program> programs = new ArrayList<>();
        for (YamlNode node : yaml.items(yaml.read(text, Set.of("programs")).get("programs"))) {
            programs.add(program(yaml, node));
        }
        return new ClientsFile(programs);
    }

    private static Program program(YamlFile yaml, YamlNode node) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("name", "kind", "token"));
        String name = yaml.text(node, fields, "name");
        String token = fields.containsKey("token") ? yaml.text(node, fields, "token") : name;
        return new Program(name, yaml.choice(node, fields, "kind", KINDS), token.toLowerCase(Locale.ROOT));
    }
}
