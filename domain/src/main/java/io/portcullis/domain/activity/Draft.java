package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields read so far of an activity whose type is not known before its last one. */
final class Draft {

    private static final Field[] FIELDS = Field.values();

    private final @Nullable Object[] values = new @Nullable Object[FIELDS.length];
    private @Nullable Map<String, Object> attributes;

    void set(Field field, Object value) {
        values[field.ordinal()] = value;
    }

    void attribute(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (attributes == null) {
            attributes = new TreeMap<>();
        }
        attributes.put(name, value);
    }

    /** @param stored whether it was accepted before: then it stays as it is */
    Activity toActivity(Supplier<String> identifiers, boolean stored) throws InvalidActivity {
        String label = required(Field.TYPE);
        ActivityType type = ActivityType.ofLabel(label)
                .orElseThrow(() ->
                        new InvalidActivity(Field.TYPE.label, "must be one of api-request, login, signup, payment"));
        keepFieldsOfOtherTypes(type);
        if (!stored) {
            redact();
        }
        Envelope envelope = envelope(identifiers);
        return switch (type) {
            case API_REQUEST -> apiRequest(envelope);
            case LOGIN ->
                new Login(
                        envelope, choice(Field.OUTCOME, Choice.LOGIN_OUTCOME), text(Field.REASON), text(Field.METHOD));
            case SIGNUP ->
                new Signup(
                        envelope,
                        choice(Field.OUTCOME, Choice.SIGNUP_OUTCOME),
                        text(Field.EMAIL),
                        text(Field.PHONE),
                        text(Field.PROMO));
            case PAYMENT ->
                new Payment(
                        envelope,
                        choice(Field.OUTCOME, Choice.PAYMENT_OUTCOME),
                        choice(Field.KIND, Choice.PAYMENT_KIND),
                        (BigDecimal) value(Field.AMOUNT),
                        text(Field.CURRENCY),
                        text(Field.DECLINE_CODE),
                        text(Field.PROMO),
                        text(Field.ORDER));
        };
    }

    private ApiRequest apiRequest(Envelope envelope) throws InvalidActivity {
        Long status = (Long) value(Field.STATUS);
        if (status != null && (status < 100 || status > 599)) {
            throw new InvalidActivity(Field.STATUS.label, "must be from 100 to 599");
        }
        return new ApiRequest(
                envelope,
                text(Field.METHOD),
                text(Field.PATH),
                status == null ? null : Integer.valueOf(status.intValue()),
                (Long) value(Field.DURATION_MS),
                (Long) value(Field.BYTES),
                text(Field.RESOURCE));
    }

    @SuppressWarnings("unchecked")
    private Envelope envelope(Supplier<String> identifiers) throws InvalidActivity {
        String id = text(Field.ID);
        if (id != null && (id.isEmpty() || id.length() > ActivityReader.MAX_ID)) {
            throw new InvalidActivity(Field.ID.label, "must be 1 to " + ActivityReader.MAX_ID + " characters");
        }
        Instant occurredAt = (Instant) value(Field.OCCURRED_AT);
        if (occurredAt == null) {
            throw new InvalidActivity(Field.OCCURRED_AT.label, "is required");
        }
        Entities entities = new Entities(
                text(Field.USER),
                text(Field.ACCOUNT),
                text(Field.ORGANIZATION),
                text(Field.DEVICE),
                text(Field.IP),
                text(Field.API_KEY),
                text(Field.TOKEN),
                text(Field.SESSION),
                text(Field.CARD));
        if (entities.isEmpty()) {
            throw new InvalidActivity(
                    "",
                    "must name at least one of user, account, organization, device, ip, apiKey, token, session, card");
        }
        List<String> headers = (List<String>) value(Field.HEADERS);
        return new Envelope(
                id == null ? identifiers.get() : id,
                occurredAt,
                entities,
                text(Field.USER_AGENT),
                headers == null ? List.of() : headers,
                text(Field.REFERRER),
                (App) value(Field.APP),
                (Network) value(Field.NETWORK),
                attributes == null ? Map.of() : Collections.unmodifiableMap(attributes));
    }

    private void keepFieldsOfOtherTypes(ActivityType type) {
        for (Field field : FIELDS) {
            Object value = values[field.ordinal()];
            if (value != null && !field.belongsTo(type)) {
                attribute(field.label, value instanceof Long number ? BigDecimal.valueOf(number) : value);
            }
        }
    }

    private void redact() throws InvalidActivity {
        String id = text(Field.ID);
        if (id != null && !Redaction.text(id).equals(id)) {
            // Masked, two of them could be one, and the second activity would be lost as a duplicate.
            throw new InvalidActivity(Field.ID.label, "must not hold a card's number or a credential");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = FIELDS[i] == Field.AMOUNT ? values[i] : Redaction.value(values[i]);
        }
        if (attributes != null) {
            attributes = Redaction.attributes(attributes);
        }
    }

    private String choice(Field field, Choice choice) throws InvalidActivity {
        return choice.of(required(field), field.label);
    }

    private String required(Field field) throws InvalidActivity {
        String text = text(field);
        if (text == null) {
            throw new InvalidActivity(field.label, "is required");
        }
        return text;
    }

    private @Nullable String text(Field field) {
        return (String) value(field);
    }

    private @Nullable Object value(Field field) {
        return values[field.ordinal()];
    }
}
