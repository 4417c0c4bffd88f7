package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads a YAML or JSON file, and says where what is wrong with it. */
public final class YamlFile {

    private static final int LARGEST = 64 << 20;

    /** That a field stands there twice, this class says itself, with its place. */
    private static final YAMLFactory YAML = new YAMLFactory()
            .rebuild()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(LARGEST)
                    .setAllowDuplicateKeys(true)
                    .build())
            .build();

    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final Consumer<Diagnostic> report;

    public YamlFile(String file, Consumer<Diagnostic> report) {
        this.file = file;
        this.report = report;
    }

    /** The fields at the top; none when there is an error, which has been reported then. */
    Map<String, YamlNode> read(String text, Collection<String> known) {
        YamlNode top = read(text);
        if (top != null && "".equals(top.value())) {
            error(top, "the file is empty: it may have " + sorted(known));
            return Map.of();
        }
        return top == null ? Map.of() : fields(top, known);
    }

    /** What the file holds, an empty text when that is nothing; null when there is an error, which has been reported. */
    public @Nullable YamlNode read(String text) {
        TokenStreamFactory format = text.stripLeading().startsWith("{") ? JSON : YAML;
        try (JsonParser parser = format.createParser(ObjectReadContext.empty(), text)) {
            YamlNode top = parser.nextToken() == null ? null : node(parser);
            return top == null ? new YamlNode("", 1, 1) : top;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String problem = e.getOriginalMessage()
                    .lines()
                    .filter(line -> !line.startsWith(" "))
                    .collect(Collectors.joining(", "));
            report.accept(new Diagnostic(
                    file,
                    at == null ? 1 : Math.max(1, at.getLineNr()),
                    at == null ? 1 : Math.max(1, at.getColumnNr()),
                    (format == JSON ? "not JSON: " : "not YAML: ") + problem));
            return null;
        }
    }

    private @Nullable YamlNode node(JsonParser parser) {
        TokenStreamLocation at = parser.currentTokenLocation();
        Object value =
                switch (parser.currentToken()) {
                    case START_OBJECT -> mapping(parser);
                    case START_ARRAY -> list(parser);
                    case VALUE_NULL -> null;
                    default -> parser.getString();
                };
        return value == null ? null : new YamlNode(value, at.getLineNr(), at.getColumnNr());
    }

    private Map<String, YamlNode> mapping(JsonParser parser) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            TokenStreamLocation at = parser.currentTokenLocation();
            parser.nextToken();
            YamlNode value = node(parser);
            YamlNode field = value == null ? new YamlNode("", at.getLineNr(), at.getColumnNr()) : value;
            if (fields.put(name, field) != null) {
                error(field, "\"" + name + "\" stands here twice");
            }
        }
        return fields;
    }

    private List<YamlNode> list(JsonParser parser) {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            YamlNode item = node(parser);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    public void error(YamlNode at, String message) {
        report.accept(new Diagnostic(file, at.line(), at.column(), message));
    }

    /** A node's fields, whatever their names. */
    @SuppressWarnings("unchecked")
    public Map<String, YamlNode> fields(YamlNode node) {
        if (node.value() instanceof Map<?, ?> fields) {
            return (Map<String, YamlNode>) fields;
        }
        error(node, "here should stand fields, name: value");
        return Map.of();
    }

    /** A node's fields, of which others than the known ones are errors. */
    Map<String, YamlNode> fields(YamlNode node, Collection<String> known) {
        Map<String, YamlNode> fields = fields(node);
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                error(value, "unknown field \"" + name + "\", known are " + sorted(known));
            }
        });
        return fields;
    }

    /** A field's items; none when the field is not there. */
    @SuppressWarnings("unchecked")
    public List<YamlNode> items(@Nullable YamlNode field) {
        if (field == null) {
            return List.of();
        }
        if (field.value() instanceof List<?> items) {
            return (List<YamlNode>) items;
        }
        error(field, "here should stand a list");
        return List.of();
    }

    /** The text of a field that must be there; empty when there is an error, which has been reported then. */
    String text(YamlNode owner, Map<String, YamlNode> fields, String name) {
        YamlNode field = fields.get(name);
        if (field == null) {
            error(owner, "\"" + name + "\" is missing");
            return "";
        }
        String text = field.value() instanceof String value ? value : "";
        if (text.isEmpty()) {
            error(field, "\"" + name + "\" must be a text, and not empty");
        }
        return text;
    }

    /** As {@link #text}, of a closed set. */
    String choice(YamlNode owner, Map<String, YamlNode> fields, String name, Collection<String> known) {
        String text = text(owner, fields, name);
        YamlNode field = fields.get(name);
        if (field != null && !text.isEmpty() && !known.contains(text)) {
            error(field, "unknown " + name + " \"" + text + "\", known are " + sorted(known));
        }
        return text;
    }

    private static String sorted(Collection<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
