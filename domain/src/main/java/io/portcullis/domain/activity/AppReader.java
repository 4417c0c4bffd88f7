package io.portcullis.domain.activity;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the field {@code app}; what it has besides is kept as attributes. */
final class AppReader {

    private AppReader() {}

    static App read(JsonParser parser, Draft draft, JsonToken token) throws InvalidActivity {
        JsonValue.startOfObject("app", token);
        String platform = null;
        String version = null;
        Boolean emulator = null;
        Boolean rooted = null;
        Boolean attested = null;
        Boolean official = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "platform" ->
                    platform = Choice.PLATFORM.of(JsonValue.text(parser, "app.platform", value), "app.platform");
                case "version" ->
                    version = JsonValue.bounded(JsonValue.text(parser, "app.version", value), "app.version");
                case "emulator" -> emulator = JsonValue.bool(parser, "app.emulator", value);
                case "rooted" -> rooted = JsonValue.bool(parser, "app.rooted", value);
                case "attested" -> attested = JsonValue.bool(parser, "app.attested", value);
                case "official" -> official = JsonValue.bool(parser, "app.official", value);
                default -> Attributes.read(parser, draft, "app." + name);
            }
        }
        return new App(platform, version, emulator, rooted, attested, official);
    }
}
