package io.portcullis.domain.activity;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the field {@code network}; what it has besides is kept as attributes. */
final class NetworkReader {

    private NetworkReader() {}

    static Network read(JsonParser parser, Draft draft, JsonToken token) throws InvalidActivity {
        JsonValue.startOfObject("network", token);
        String country = null;
        String asn = null;
        String kind = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "country" ->
                    country = JsonValue.bounded(JsonValue.text(parser, "network.country", value), "network.country");
                case "asn" -> asn = asn(parser, value);
                case "kind" -> kind = Choice.NETWORK.of(JsonValue.text(parser, "network.kind", value), "network.kind");
                default -> Attributes.read(parser, draft, "network." + name);
            }
        }
        return new Network(country, asn, kind);
    }

    /** Producers write an autonomous system both as {@code "AS64500"} and as {@code 64500}. */
    private static String asn(JsonParser parser, JsonToken token) throws InvalidActivity {
        return token == JsonToken.VALUE_NUMBER_INT
                ? parser.getString()
                : JsonValue.bounded(JsonValue.text(parser, "network.asn", token), "network.asn");
    }
}
