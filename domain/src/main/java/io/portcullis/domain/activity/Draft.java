package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields read so far of an activity whose type is not known before its last one. */
final class Draft {

    private static final Field[] FIELDS = Field.values();

    private static final Set<String> ENTITIES =
            Set.of("user", "account", "organization", "device", "ip", "apiKey", "token", "session", "card");

    private static final String NO_ENTITY =
            "must name at least one of user, account, organization, device, ip, apiKey, token, session, card";

    private final @Nullable Object[] values = new @Nullable Object[FIELDS.length];
    private @Nullable Map<String, Object> attributes;
    private final List<Remark> faults = new ArrayList<>(0);
    private final Consumer<Remark> remarks;

    /** @param remarks takes what its producer should mend, though it is accepted */
    Draft(Consumer<Remark> remarks) {
        this.remarks = remarks;
    }

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

    /** A field that may not be read: the others are looked at all the same, so that one answer tells all. */
    void fault(InvalidActivity invalid) {
        faults.addAll(invalid.remarks());
    }

    private void fault(Field field, String reason) {
        if (faults.stream().noneMatch(fault -> fault.field().equals(field.label))) {
            faults.add(new Remark(field.label, reason));
        }
    }

    void warn(String field, String reason) {
        remarks.accept(new Remark(field, reason));
    }

    /**
     * @param redaction null for an activity that was accepted before: it stays as it is
     * @throws InvalidActivity with all that is wrong
     */
    Activity toActivity(Supplier<String> identifiers, @Nullable Redaction redaction) throws InvalidActivity {
        ActivityType type = type();
        if (type != null) {
            keepFieldsOfOtherTypes(type);
        }
        if (redaction != null) {
            redact(redaction);
        }
        Envelope envelope = envelope(identifiers);
        if (type == null || envelope == null) {
            if (type != null) {
                checkOwn(type);
            }
            throw new InvalidActivity(faults);
        }
        Activity activity = activity(type, envelope);
        if (!faults.isEmpty()) {
            throw new InvalidActivity(faults);
        }
        return activity;
    }

    private @Nullable ActivityType type() {
        String label = required(Field.TYPE);
        ActivityType type = ActivityType.ofLabel(label).orElse(null);
        if (type == null) {
            fault(Field.TYPE, "must be one of api-request, login, signup, payment");
        }
        return type;
    }

    /** Notes what is wrong with the fields of a type. */
    private void checkOwn(ActivityType type) {
        switch (type) {
            case API_REQUEST -> status();
            case LOGIN -> choice(Field.OUTCOME, Choice.LOGIN_OUTCOME);
            case SIGNUP -> choice(Field.OUTCOME, Choice.SIGNUP_OUTCOME);
            case PAYMENT -> {
                choice(Field.OUTCOME, Choice.PAYMENT_OUTCOME);
                choice(Field.KIND, Choice.PAYMENT_KIND);
            }
        }
    }

    private @Nullable Long status() {
        Long status = (Long) value(Field.STATUS);
        if (status != null && (status < 100 || status > 599)) {
            fault(Field.STATUS, "must be from 100 to 599");
        }
        return status;
    }

    private Activity activity(ActivityType type, Envelope envelope) {
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

    private ApiRequest apiRequest(Envelope envelope) {
        Long status = status();
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
    private @Nullable Envelope envelope(Supplier<String> identifiers) {
        String id = text(Field.ID);
        if (id != null && (id.isEmpty() || id.length() > ActivityReader.MAX_ID)) {
            fault(Field.ID, "must be 1 to " + ActivityReader.MAX_ID + " characters");
        }
        Instant occurredAt = (Instant) value(Field.OCCURRED_AT);
        if (occurredAt == null) {
            fault(Field.OCCURRED_AT, "is required");
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
        if (entities.isEmpty() && faults.stream().noneMatch(fault -> ENTITIES.contains(fault.field()))) {
            faults.add(new Remark("", NO_ENTITY));
        }
        if (occurredAt == null || !faults.isEmpty()) {
            return null;
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

    @SuppressWarnings("unchecked")
    private void redact(Redaction redaction) {
        for (Field field : FIELDS) {
            Object value = values[field.ordinal()];
            if (value != null) {
                values[field.ordinal()] = redacted(redaction, field, value);
            }
        }
        if (attributes != null) {
            attributes = (Map<String, Object>) redaction.attributes(attributes, "", remarks);
        }
    }

    private Object redacted(Redaction redaction, Field field, Object value) {
        if (value instanceof App app) {
            String version = app.version();
            return version == null ? app : app.withVersion(redaction.text(version, "app.version", remarks));
        }
        if (value instanceof Network network) {
            return network.map(text -> redaction.text(text, field.label, remarks));
        }
        if (!(value instanceof String text)) {
            return value instanceof List<?>
                    ? Objects.requireNonNull(redaction.value(value, field.label, remarks))
                    : value;
        }
        return switch (field) {
            case ID, USER, ACCOUNT, ORGANIZATION, DEVICE, API_KEY, TOKEN, SESSION, CARD, RESOURCE, ORDER ->
                redaction.identifier(text, field.label, remarks);
            case PATH, REFERRER -> redaction.url(text, field.label, remarks);
            case TYPE, IP -> text;
            default -> redaction.text(text, field.label, remarks);
        };
    }

    private String choice(Field field, Choice choice) {
        try {
            return choice.of(required(field), field.label);
        } catch (InvalidActivity e) {
            fault(field, e.reason());
            return "";
        }
    }

    /** Empty where it is missing. */
    private String required(Field field) {
        String text = text(field);
        if (text == null) {
            fault(field, "is required");
        }
        return text == null ? "" : text;
    }

    private @Nullable String text(Field field) {
        return (String) value(field);
    }

    private @Nullable Object value(Field field) {
        return values[field.ordinal()];
    }
}
