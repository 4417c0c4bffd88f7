package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.vocabulary.ClientKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code clients.yaml}, as it is written: the first program whose token stands in the user agent, or whose families the
 * program is of, is it.
 *
 * @param headers that a kind of program always sends
 * @param oldest major version, by family, that is not outdated
 * @param secure whether everything is called over https
 */
record ClientsFile(
        List<Program> programs, Map<ClientKind, List<String>> headers, Map<String, Integer> oldest, boolean secure) {

    static final ClientsFile EMPTY = new ClientsFile(List.of(), Map.of(), Map.of(), false);

    private static final Set<String> KINDS =
            Set.of("browser", "library", "automation", "headless", "crawler", "monitor");

    /**
     * A program.
     *
     * @param kind what it is for
     * @param token stands in its user agent, in lower case; empty when its families alone tell it
     * @param families as the ua-parser project calls it
     * @param apps whether phone apps are made with it
     */
    record Program(String name, ClientKind kind, String token, Set<String> families, boolean apps) {

        boolean matches(String lower, String family) {
            return !token.isEmpty() && lower.contains(token) || families.contains(family);
        }
    }

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static ClientsFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Map<String, YamlNode> file = yaml.read(text, Set.of("programs", "headers", "oldest", "https"));
        List<Program> programs = new ArrayList<>();
        for (YamlNode node : yaml.items(file.get("programs"))) {
            programs.add(program(yaml, node));
        }
        YamlNode https = file.get("https");
        return new ClientsFile(
                programs,
                headers(yaml, file.get("headers")),
                oldest(yaml, file.get("oldest")),
                https == null || isTrue(yaml, https));
    }

    private static Program program(YamlFile yaml, YamlNode node) {
        Map<String, YamlNode> fields = yaml.fields(node, Set.of("name", "kind", "token", "families", "apps"));
        String name = yaml.text(node, fields, "name");
        boolean byFamily = fields.containsKey("families");
        String token = fields.containsKey("token") ? yaml.text(node, fields, "token") : byFamily ? "" : name;
        YamlNode apps = fields.get("apps");
        return new Program(
                name,
                kind(yaml.choice(node, fields, "kind", KINDS)),
                token.toLowerCase(Locale.ROOT),
                Set.copyOf(texts(yaml, fields.get("families"))),
                apps != null && isTrue(yaml, apps));
    }

    private static ClientKind kind(String name) {
        return KINDS.contains(name) ? ClientKind.valueOf(name.toUpperCase(Locale.ROOT)) : ClientKind.UNKNOWN;
    }

    private static Map<ClientKind, List<String>> headers(YamlFile yaml, @Nullable YamlNode node) {
        Map<ClientKind, List<String>> headers = new EnumMap<>(ClientKind.class);
        if (node != null) {
            yaml.fields(node, KINDS).forEach((kind, listed) -> headers.put(kind(kind), texts(yaml, listed)));
        }
        return headers;
    }

    private static Map<String, Integer> oldest(YamlFile yaml, @Nullable YamlNode node) {
        Map<String, Integer> oldest = new HashMap<>();
        if (node != null) {
            yaml.fields(node).forEach((family, version) -> {
                if (!String.valueOf(version.value()).matches("[1-9]\\d{0,3}")) {
                    yaml.error(version, "here should stand a major version, 1 to 9999");
                }
                oldest.put(family, UserAgentRules.number(String.valueOf(version.value())));
            });
        }
        return oldest;
    }

    private static List<String> texts(YamlFile yaml, @Nullable YamlNode node) {
        Set<String> texts = new LinkedHashSet<>();
        for (YamlNode item : yaml.items(node)) {
            if (item.value() instanceof String text && !text.isEmpty()) {
                texts.add(text);
            } else {
                yaml.error(item, "here should stand a text, not empty");
            }
        }
        return List.copyOf(texts);
    }

    private static boolean isTrue(YamlFile yaml, YamlNode node) {
        if (!Set.of("true", "false").contains(String.valueOf(node.value()))) {
            yaml.error(node, "here should stand true or false");
        }
        return "true".equals(node.value());
    }
}
