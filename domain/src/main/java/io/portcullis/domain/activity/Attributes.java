package io.portcullis.domain.activity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the fields that Portcullis does not know: strings, booleans, decimals, lists and sorted maps. Their bounds keep
 * within what the reader can read back once they are stored.
 */
final class Attributes {

    private static final int MAX_NAME = 1024;
    private static final int MAX_NESTING = 8;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_SCALE = 1000;
    static final int NAME_TOLD = 64;

    private final JsonParser parser;
    private final String field;

    private Attributes(JsonParser parser, String field) {
        this.parser = parser;
        this.field = field;
    }

    /** Keeps the value that the parser stands at. */
    static void read(JsonParser parser, Draft draft, String name) throws InvalidActivity {
        Attributes attributes = new Attributes(
                parser, Redaction.OFFLINE.identifier(name.substring(0, Math.min(NAME_TOLD, name.length()))));
        draft.attribute(attributes.named(name), attributes.value(0));
    }

    private String named(String name) throws InvalidActivity {
        if (name.length() > MAX_NAME) {
            throw new InvalidActivity(field, "a field's name has at most " + MAX_NAME + " characters");
        }
        return name;
    }

    private @Nullable Object value(int depth) throws InvalidActivity {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Text.of(parser.getString(), field);
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case START_ARRAY -> list(deeper(depth));
            case START_OBJECT -> map(deeper(depth));
            default -> null;
        };
    }

    private int deeper(int depth) throws InvalidActivity {
        if (depth == MAX_NESTING) {
            throw new InvalidActivity(field, "must not be nested more than " + MAX_NESTING + " deep");
        }
        return depth + 1;
    }

    private BigDecimal number() throws InvalidActivity {
        BigDecimal value = parser.getDecimalValue();
        if (value.precision() > MAX_DIGITS || Math.abs(value.scale()) > MAX_SCALE) {
            throw new InvalidActivity(
                    field, "must have at most " + MAX_DIGITS + " digits, and an exponent of at most " + MAX_SCALE);
        }
        return value;
    }

    private List<@Nullable Object> list(int depth) throws InvalidActivity {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(depth));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(int depth) throws InvalidActivity {
        Map<String, @Nullable Object> map = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = named(parser.currentName());
            parser.nextToken();
            map.put(name, value(depth));
        }
        return map;
    }
}
