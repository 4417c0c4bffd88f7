package io.portcullis.scenarios;

import io.portcullis.scenarios.Node.Entry;
import io.portcullis.scenarios.Node.Mapping;
import io.portcullis.scenarios.Node.Scalar;
import io.portcullis.scenarios.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML into {@link Node}s. Aliases are refused: scenarios are read top down. */
final class YamlReader {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Steps within steps, and the fields of activities. */
    private static final int DEEPEST = 50;

    private static final int MOST_DIGITS = 18;

    private final String file;
    private final YAMLParser parser;

    private YamlReader(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node read(String file, String text) throws InvalidScenario {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new InvalidScenario(file, new Place(1, 1), "the file is empty");
            }
            YamlReader reader = new YamlReader(file, parser);
            Node node = reader.node(0);
            if (parser.nextToken() != null) {
                throw new InvalidScenario(file, reader.place(), "one YAML document a file");
            }
            return node;
        } catch (JacksonException e) {
            throw new InvalidScenario(
                    file, place(e.getLocation()), "malformed YAML: " + firstLine(e.getOriginalMessage()));
        }
    }

    /** @param depth of the nodes around it */
    private Node node(int depth) throws InvalidScenario {
        if (parser.isCurrentAlias()) {
            throw new InvalidScenario(file, place(), "aliases are not supported");
        }
        Place place = place();
        if (depth > DEEPEST) {
            throw new InvalidScenario(file, place, "this is nested more than " + DEEPEST + " deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place, depth + 1);
            case START_ARRAY -> sequence(place, depth + 1);
            case VALUE_NUMBER_INT -> new Scalar(place, isHuge() ? parser.getString() : (Long) parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Scalar(place, isHuge() ? parser.getString() : parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, parser.getBooleanValue());
            case VALUE_NULL -> new Scalar(place, null);
            default -> new Scalar(place, parser.getString());
        };
    }

    private Mapping mapping(Place place, int depth) throws InvalidScenario {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Place keyPlace = place();
            parser.nextToken();
            entries.put(key, new Entry(keyPlace, node(depth)));
        }
        return new Mapping(place, entries);
    }

    private Sequence sequence(Place place, int depth) throws InvalidScenario {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth));
        }
        return new Sequence(place, items);
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    /** Whether it is a number that no field can hold: it stays as it is written, for the message. */
    private boolean isHuge() {
        return parser.getString().length() > MOST_DIGITS;
    }

    /** Of some errors, the parser does not know the place. */
    private static Place place(@Nullable TokenStreamLocation location) {
        if (location == null) {
            return new Place(1, 1);
        }
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
