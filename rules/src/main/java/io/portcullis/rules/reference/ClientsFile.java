package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.vocabulary.ClientKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code clients.yaml}, as it is written: the first program is it whose product begins the user agent, of whose tokens
 * one stands in it, or whose families the program is of.
 *
 * @param declared words that bots call themselves by who are not listed, with what they are for
 * @param headers that a kind of program always sends
 * @param oldest major version, by family, that is not outdated
 * @param secure whether everything is called over https
 */
record ClientsFile(
        List<Program> programs,
        Map<String, ClientKind> declared,
        Map<ClientKind, List<String>> headers,
        Map<String, Integer> oldest,
        boolean secure) {

    static final ClientsFile EMPTY = new ClientsFile(List.of(), Map.of(), Map.of(), Map.of(), false);

    private static final Set<String> KINDS =
            Set.of("browser", "library", "automation", "headless", "crawler", "monitor", "service", "app", "device");

    private static final Set<String> DECLARED = Set.of("crawler", "monitor", "service");

    /**
     * A program.
     *
     * @param kind what it is for
     * @param tokens one stands in its user agent, in lower case
     * @param products its user agent begins with one of these words, in lower case
     * @param families as the ua-parser project calls it
     * @param apps whether phone apps are made with it
     */
    record Program(
            String name,
            ClientKind kind,
            List<String> tokens,
            List<String> products,
            Set<String> families,
            boolean apps) {

        boolean matches(String lower, String product, String family) {
            return products.contains(product) || !token(lower).isEmpty() || families.contains(family);
        }

        /** The token that stands there; empty when none does. */
        String token(String lower) {
            for (String token : tokens) {
                if (lower.contains(token)) {
                    return token;
                }
            }
            return "";
        }
    }

    /** Reads the file's text; what is wrong with it goes to {@code report}. */
    static ClientsFile read(String name, String text, Consumer<Diagnostic> report) {
        YamlFile yaml = new YamlFile(name, report);
        Map<String, YamlNode> file = yaml.read(text, Set.of("programs", "declared", "headers", "oldest", "https"));
        List<Program> programs = new ArrayList<>();
        for (YamlNode node : yaml.items(file.get("programs"))) {
            programs.add(program(yaml, node));
        }
        YamlNode https = file.get("https");
        return new ClientsFile(
                programs,
                declared(yaml, file.get("declared")),
                headers(yaml, file.get("headers")),
                oldest(yaml, file.get("oldest")),
                https == null || isTrue(yaml, https));
    }

    private static Program program(YamlFile yaml, YamlNode node) {
        Map<String, YamlNode> fields =
                yaml.fields(node, Set.of("name", "kind", "token", "product", "families", "apps"));
        String name = yaml.text(node, fields, "name");
        boolean byName =
                !fields.containsKey("token") && !fields.containsKey("product") && !fields.containsKey("families");
        YamlNode apps = fields.get("apps");
        return new Program(
                name,
                kind(yaml.choice(node, fields, "kind", KINDS)),
                byName ? List.of(name.toLowerCase(Locale.ROOT)) : inLowerCase(yaml, node, fields, "token"),
                inLowerCase(yaml, node, fields, "product"),
                Set.copyOf(texts(yaml, fields.get("families"))),
                apps != null && isTrue(yaml, apps));
    }

    /** One text, or a list of them. */
    private static List<String> inLowerCase(YamlFile yaml, YamlNode owner, Map<String, YamlNode> fields, String name) {
        YamlNode field = fields.get(name);
        if (field == null) {
            return List.of();
        }
        List<String> texts =
                field.value() instanceof List<?> ? texts(yaml, field) : List.of(yaml.text(owner, fields, name));
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }

    private static Map<String, ClientKind> declared(YamlFile yaml, @Nullable YamlNode node) {
        Map<String, ClientKind> words = new LinkedHashMap<>();
        if (node != null) {
            yaml.fields(node, DECLARED).forEach((kind, listed) -> texts(yaml, listed)
                    .forEach(word -> words.putIfAbsent(word.toLowerCase(Locale.ROOT), kind(kind))));
        }
        return words;
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
