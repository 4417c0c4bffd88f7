package io.portcullis.domain.activity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a value that a field may have, and says of another one what it must be. */
final class JsonValue {

    private JsonValue() {}

    static String text(JsonParser parser, String field, @Nullable JsonToken token) throws InvalidActivity {
        if (token != JsonToken.VALUE_STRING) {
            throw new InvalidActivity(field, "must be a string");
        }
        return Text.of(parser.getString(), field);
    }

    static String bounded(String text, String field) throws InvalidActivity {
        if (text.length() > ActivityReader.MAX_IDENTIFIER) {
            throw new InvalidActivity(field, "must be at most " + ActivityReader.MAX_IDENTIFIER + " characters");
        }
        return text;
    }

    static Long integer(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new InvalidActivity(field, "must be an integer");
        }
        try {
            long value = parser.getLongValue();
            if (value < 0) {
                throw new InvalidActivity(field, "must not be negative");
            }
            return value;
        } catch (JacksonException e) {
            throw new InvalidActivity(field, "must be an integer of at most 64 bits");
        }
    }

    static BigDecimal decimal(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (token == null || !token.isNumeric()) {
            throw new InvalidActivity(field, "must be a number");
        }
        BigDecimal value = parser.getDecimalValue();
        if (value.precision() > 24 || Math.abs(value.scale()) > 12) {
            throw new InvalidActivity(field, "must have at most 24 digits, 12 of them behind the point");
        }
        return value;
    }

    static List<String> texts(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (token != JsonToken.START_ARRAY) {
            throw new InvalidActivity(field, "must be a list of strings");
        }
        List<String> texts = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            texts.add(text(parser, field, item));
        }
        return List.copyOf(texts);
    }

    static Boolean bool(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (!token.isBoolean()) {
            throw new InvalidActivity(field, "must be true or false");
        }
        return parser.getBooleanValue();
    }

    static void startOfObject(String field, JsonToken token) throws InvalidActivity {
        if (token != JsonToken.START_OBJECT) {
            throw new InvalidActivity(field, "must be an object");
        }
    }
}
