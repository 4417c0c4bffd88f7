package io.portcullis.scenarios;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.scenarios.Node.Entry;
import io.portcullis.scenarios.Node.Mapping;
import io.portcullis.scenarios.Node.Scalar;
import io.portcullis.scenarios.Node.Sequence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** An activity with counters in its texts. The activities are read as the server reads them, so they are as valid. */
final class ActivityTemplate {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ActivityReader READER = new ActivityReader(() -> "none");
    private static final Set<String> SET_BY_STORY = Set.of("id", "type", "occurredAt");
    private static final Set<String> NUMBERS =
            Set.of("amount", "status", "durationMs", "bytes", "latitude", "longitude");

    private final String file;
    private final ActivityType type;
    private final Place place;
    private final Map<String, Entry> fields;

    /** @param defaults fields that hold where {@code own} has none of that name */
    ActivityTemplate(String file, ActivityType type, Mapping own, @Nullable Mapping defaults) throws InvalidScenario {
        this.file = file;
        this.type = type;
        this.place = own.place();
        this.fields = new LinkedHashMap<>();
        if (defaults != null) {
            fields.putAll(defaults.entries());
        }
        fields.putAll(own.entries());
        for (Map.Entry<String, Entry> field : fields.entrySet()) {
            if (SET_BY_STORY.contains(field.getKey())) {
                throw invalid(field.getKey(), "is set by the scenario itself");
            }
        }
    }

    Activity fillIn(String id, Instant occurredAt, Counters counters) throws InvalidScenario {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
                json.writeStartObject();
                json.writeStringProperty("id", id);
                json.writeStringProperty("type", type.label());
                json.writeStringProperty("occurredAt", occurredAt.toString());
                for (Map.Entry<String, Entry> field : fields.entrySet()) {
                    json.writeName(field.getKey());
                    write(json, field.getValue().value(), counters, NUMBERS.contains(field.getKey()));
                }
                json.writeEndObject();
            }
            return read(bytes.toByteArray());
        }
    }

    private Activity read(byte[] json) throws InvalidScenario {
        Activity activity;
        try {
            activity = READER.read(json);
        } catch (InvalidActivity e) {
            throw invalid(e.field(), e.reason());
        }
        for (String name : activity.envelope().attributes().keySet()) {
            if (fields.containsKey(name)) {
                throw invalid(
                        name,
                        "is no field of " + type.label() + "; what only the producer knows goes under attributes");
            }
        }
        return activity;
    }

    private InvalidScenario invalid(String field, String reason) {
        String name = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
        Entry entry = fields.get(name);
        String what = field.isEmpty() ? "the " + type.label() : "\"" + field + "\"";
        return new InvalidScenario(file, entry == null ? place : entry.place(), what + " " + reason);
    }

    private void write(JsonGenerator json, Node node, Counters counters, boolean number) throws InvalidScenario {
        if (node instanceof Mapping mapping) {
            json.writeStartObject();
            for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
                json.writeName(entry.getKey());
                write(json, entry.getValue().value(), counters, NUMBERS.contains(entry.getKey()));
            }
            json.writeEndObject();
        } else if (node instanceof Sequence sequence) {
            json.writeStartArray();
            for (Node item : sequence.items()) {
                write(json, item, counters, false);
            }
            json.writeEndArray();
        } else if (node instanceof Scalar scalar) {
            write(json, scalar, counters, number);
        }
    }

    private void write(JsonGenerator json, Scalar scalar, Counters counters, boolean number) throws InvalidScenario {
        Object value = scalar.value();
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (number) {
            json.writeNumber(number(scalar, counters));
        } else if (value instanceof Number) {
            // An identifier such as 42 need not be quoted.
            json.writeString(value.toString());
        } else {
            json.writeString(text(scalar, counters));
        }
    }

    private BigDecimal number(Scalar scalar, Counters counters) throws InvalidScenario {
        try {
            return new BigDecimal(text(scalar, counters));
        } catch (NumberFormatException e) {
            throw new InvalidScenario(file, scalar.place(), "must be a number");
        }
    }

    private String text(Scalar scalar, Counters counters) throws InvalidScenario {
        String text = String.valueOf(scalar.value());
        if (!Counters.understands(text)) {
            throw new InvalidScenario(
                    file,
                    scalar.place(),
                    "braces hold a counter: {n}, {n%3}, {n/3}, and {group} for the repetition around");
        }
        return counters.fillIn(text);
    }
}
