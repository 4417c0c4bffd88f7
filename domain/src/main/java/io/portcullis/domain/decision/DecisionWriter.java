package io.portcullis.domain.decision;

import io.portcullis.domain.activity.Remark;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** Writes decisions as JSON: the same decision, the same bytes. */
public final class DecisionWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** One JSON object, without a line's end. */
    public byte[] write(Decision decision) {
        return write(decision, List.of());
    }

    /**
     * As {@link #write(Decision)}, for the producer of the activity.
     *
     * @param warnings what it should mend; they are no part of the decision
     */
    public byte[] write(Decision decision, List<Remark> warnings) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512)) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
                json.writeStartObject();
                fields(decision, json);
                if (!warnings.isEmpty()) {
                    json.writeArrayPropertyStart("warnings");
                    warnings.forEach(warning -> write(warning, json));
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
            return bytes.toByteArray();
        }
    }

    public void write(Decision decision, JsonGenerator json) {
        json.writeStartObject();
        fields(decision, json);
        json.writeEndObject();
    }

    private static void write(Remark warning, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("field", warning.field());
        json.writeStringProperty("reason", warning.reason());
        json.writeEndObject();
    }

    private static void fields(Decision decision, JsonGenerator json) {
        json.writeStringProperty("activity", decision.activity());
        json.writeStringProperty("type", decision.type().label());
        json.writeStringProperty("occurredAt", decision.occurredAt().toString());
        json.writeStringProperty("action", decision.action().name());
        json.writeNumberProperty("score", decision.score());
        json.writeStringProperty("band", decision.band().name());
        if (decision.retryAfterSeconds() != null) {
            json.writeNumberProperty("retryAfterSeconds", decision.retryAfterSeconds());
        }
        json.writeArrayPropertyStart("reasons");
        decision.reasons().forEach(reason -> write(reason, json));
        json.writeEndArray();
        json.writeStringProperty("ruleSet", decision.ruleSet());
        json.writeNumberProperty("position", decision.position());
    }

    private static void write(Reason reason, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("rule", reason.rule());
        json.writeStringProperty("signal", reason.signal());
        json.writeStringProperty("threat", reason.threat());
        json.writeNumberProperty("score", reason.score());
        json.writeObjectPropertyStart("entity");
        json.writeStringProperty("kind", reason.entity().kind().label());
        json.writeStringProperty("id", reason.entity().id());
        json.writeEndObject();
        json.writeObjectPropertyStart("evidence");
        reason.evidence().forEach((asked, value) -> {
            json.writeName(asked);
            if (value instanceof BigDecimal number) {
                json.writeNumber(number);
            } else if (value instanceof Number number) {
                json.writeNumber(number.longValue());
            } else if (value instanceof Boolean bool) {
                json.writeBoolean(bool);
            } else {
                json.writeString(value.toString());
            }
        });
        json.writeEndObject();
        json.writeEndObject();
    }
}
