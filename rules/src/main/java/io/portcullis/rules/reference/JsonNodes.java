package io.portcullis.rules.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** The nodes of a JSON text. */
final class JsonNodes {

    private final JsonParser parser;
    private final YamlFile file;

    JsonNodes(JsonParser parser, YamlFile file) {
        this.parser = parser;
        this.file = file;
    }

    /** What the parser stands at; null for a null. */
    @Nullable
    YamlNode node() {
        TokenStreamLocation at = parser.currentTokenLocation();
        Object value =
                switch (parser.currentToken()) {
                    case START_OBJECT -> mapping();
                    case START_ARRAY -> list();
                    case VALUE_NULL -> null;
                    default -> parser.getString();
                };
        return value == null ? null : new YamlNode(value, at.getLineNr(), at.getColumnNr());
    }

    private Map<String, YamlNode> mapping() {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            TokenStreamLocation at = parser.currentTokenLocation();
            parser.nextToken();
            YamlNode value = node();
            YamlNode field = value == null ? new YamlNode("", at.getLineNr(), at.getColumnNr()) : value;
            if (fields.put(name, field) != null) {
                file.error(field, "\"" + name + "\" stands here twice");
            }
        }
        return fields;
    }

    private List<YamlNode> list() {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            YamlNode item = node();
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }
}
