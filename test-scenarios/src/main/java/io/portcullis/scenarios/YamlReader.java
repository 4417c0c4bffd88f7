package io.portcullis.scenarios;

import io.portcullis.scenarios.Node.Entry;
import io.portcullis.scenarios.Node.Mapping;
import io.portcullis.scenarios.Node.Scalar;
import io.portcullis.scenarios.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            Node node = reader.node();
            if (parser.nextToken() != null) {
                throw new InvalidScenario(file, reader.place(), "one YAML document a file");
            }
            return node;
        } catch (JacksonException e) {
            throw new InvalidScenario(
                    file, place(e.getLocation()), "malformed YAML: " + firstLine(e.getOriginalMessage()));
        }
    }

    private Node node() throws InvalidScenario {
        if (parser.isCurrentAlias()) {
            throw new InvalidScenario(file, place(), "aliases are not supported");
        }
        Place place = place();
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NUMBER_INT -> new Scalar(place, parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Scalar(place, parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(place, parser.getBooleanValue());
            case VALUE_NULL -> new Scalar(place, null);
            default -> new Scalar(place, parser.getString());
        };
    }

    private Mapping mapping(Place place) throws InvalidScenario {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Place keyPlace = place();
            parser.nextToken();
            entries.put(key, new Entry(keyPlace, node()));
        }
        return new Mapping(place, entries);
    }

    private Sequence sequence(Place place) throws InvalidScenario {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Sequence(place, items);
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(TokenStreamLocation location) {
        return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
