package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** Writes activities as the JSON that {@link ActivityReader} reads back to the same record: one order of fields. */
public final class ActivityWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** One JSON object, without a line's end. */
    public byte[] write(Activity activity) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512)) {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
                json.writeStartObject();
                Envelope envelope = activity.envelope();
                json.writeStringProperty("id", envelope.id());
                json.writeStringProperty("type", activity.type().label());
                json.writeStringProperty("occurredAt", envelope.occurredAt().toString());
                entities(json, envelope.entities());
                client(json, envelope);
                own(json, activity);
                if (!envelope.attributes().isEmpty()) {
                    json.writeName("attributes");
                    any(json, envelope.attributes());
                }
                json.writeEndObject();
            }
            return bytes.toByteArray();
        }
    }

    private static void entities(JsonGenerator json, Entities entities) {
        text(json, "user", entities.user());
        text(json, "account", entities.account());
        text(json, "organization", entities.organization());
        text(json, "device", entities.device());
        text(json, "ip", entities.ip());
        text(json, "apiKey", entities.apiKey());
        text(json, "token", entities.token());
        text(json, "session", entities.session());
        text(json, "card", entities.card());
    }

    private static void client(JsonGenerator json, Envelope envelope) {
        text(json, "userAgent", envelope.userAgent());
        if (!envelope.headers().isEmpty()) {
            json.writeArrayPropertyStart("headers");
            envelope.headers().forEach(json::writeString);
            json.writeEndArray();
        }
        text(json, "referrer", envelope.referrer());
        App app = envelope.app();
        if (app != null) {
            json.writeObjectPropertyStart("app");
            text(json, "platform", app.platform());
            text(json, "version", app.version());
            bool(json, "emulator", app.emulator());
            bool(json, "rooted", app.rooted());
            bool(json, "attested", app.attested());
            bool(json, "official", app.official());
            json.writeEndObject();
        }
        Network network = envelope.network();
        if (network != null) {
            json.writeObjectPropertyStart("network");
            text(json, "country", network.country());
            text(json, "asn", network.asn());
            text(json, "kind", network.kind());
            json.writeEndObject();
        }
    }

    private static void own(JsonGenerator json, Activity activity) {
        if (activity instanceof ApiRequest request) {
            text(json, "method", request.method());
            text(json, "path", request.path());
            number(json, "status", request.status());
            number(json, "durationMs", request.durationMs());
            number(json, "bytes", request.bytes());
            text(json, "resource", request.resource());
        } else if (activity instanceof Login login) {
            text(json, "method", login.method());
            text(json, "outcome", login.outcome());
            text(json, "reason", login.reason());
        } else if (activity instanceof Signup signup) {
            text(json, "outcome", signup.outcome());
            text(json, "email", signup.email());
            text(json, "phone", signup.phone());
            text(json, "promo", signup.promo());
        } else if (activity instanceof Payment payment) {
            text(json, "outcome", payment.outcome());
            text(json, "kind", payment.kind());
            if (payment.amount() != null) {
                json.writeNumberProperty("amount", payment.amount());
            }
            text(json, "currency", payment.currency());
            text(json, "declineCode", payment.declineCode());
            text(json, "promo", payment.promo());
            text(json, "order", payment.order());
        }
    }

    private static void text(JsonGenerator json, String field, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(field, value);
        }
    }

    private static void bool(JsonGenerator json, String field, @Nullable Boolean value) {
        if (value != null) {
            json.writeBooleanProperty(field, value);
        }
    }

    private static void number(JsonGenerator json, String field, @Nullable Number value) {
        if (value != null) {
            json.writeNumberProperty(field, value.longValue());
        }
    }

    private static void any(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, item) -> {
                json.writeName((String) name);
                any(json, item);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(item -> any(json, item));
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(value.toString());
        }
    }
}
