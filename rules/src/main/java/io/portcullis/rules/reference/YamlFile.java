package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a YAML or JSON file, and says where what is wrong with it. */
public final class YamlFile {

    private static final JsonFactory JSON = new JsonFactory();

    /** YAML has braces too, with bare names behind them. */
    private static final Pattern JSON_BEGINS = Pattern.compile("\\s*\\{\\s*[\"}]");

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
        return JSON_BEGINS.matcher(text).lookingAt() ? json(text) : yaml(text);
    }

    private @Nullable YamlNode json(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return new JsonNodes(parser, this).node();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            malformed(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    "not JSON: ",
                    e.getOriginalMessage());
        }
        return null;
    }

    private @Nullable YamlNode yaml(String text) {
        try {
            YamlNode top = new YamlNodes(this).first(text);
            return top == null ? new YamlNode("", 1, 1) : top;
        } catch (MarkedYamlEngineException e) {
            Mark at = e.getContextMark().or(e::getProblemMark).orElse(null);
            malformed(
                    at == null ? 1 : at.getLine() + 1,
                    at == null ? 1 : at.getColumn() + 1,
                    "not YAML: ",
                    Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (YamlEngineException e) {
            malformed(1, 1, "not YAML: ", Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (StackOverflowError e) {
            malformed(1, 1, "", "this is nested too deeply to be read");
        }
        return null;
    }

    /** Lines that begin with a blank quote the file. */
    private void malformed(int line, int column, String what, String message) {
        String problem = message.lines()
                .filter(each -> !each.isBlank() && !each.startsWith(" "))
                .collect(Collectors.joining(", "));
        report.accept(new Diagnostic(file, Math.max(1, line), Math.max(1, column), what + problem));
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
