package io.portcullis.domain.activity;

import io.portcullis.domain.activity.Field.Shape;
import io.portcullis.domain.entity.IpAddress;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/**
 * Reads activities from JSON, one object at a time, and says of a bad one which field is wrong and why.
 *
 * <p>A field that belongs to no activity, or to another type of activity, is kept under {@code attributes}. Null is
 * absent. What must not be stored is taken out, see {@link Redaction}. Instances are immutable and may be shared between
 * threads.
 */
public final class ActivityReader {

    /** The longest {@code id}, characters. */
    public static final int MAX_ID = 128;

    /** The longest identifier of an entity, characters. */
    public static final int MAX_IDENTIFIER = 1024;

    private static final Field[] FIELDS = Field.values();

    /** Finds a field by the bytes of its name, and answers with its ordinal. */
    private static final PropertyNameMatcher NAMES = ActivityJson.FACTORY.constructNameMatcher(
            Arrays.stream(FIELDS).map(field -> Named.fromString(field.label)).toList(), false);

    private final Supplier<String> identifiers;
    /** Null for activities that were accepted before. */
    private final @Nullable Redaction redaction;

    private final boolean strict;

    /**
     * One for history that is read and not stored.
     *
     * @param identifiers makes the {@code id} of an activity whose producer gave none
     */
    public ActivityReader(Supplier<String> identifiers) {
        this(identifiers, Redaction.OFFLINE, false);
    }

    /**
     * @param identifiers makes the {@code id} of an activity whose producer gave none
     * @param strict whether an activity with a field that is not known is refused
     */
    public ActivityReader(Supplier<String> identifiers, Redaction redaction, boolean strict) {
        this(strict, identifiers, redaction);
    }

    private ActivityReader(boolean strict, Supplier<String> identifiers, @Nullable Redaction redaction) {
        this.identifiers = identifiers;
        this.redaction = redaction;
        this.strict = strict;
    }

    /**
     * One for activities that were accepted long ago, or that a server is going to look at: nothing is masked, and an
     * {@code ip} that is no address stays as it is, because what is in the log stays readable and as it was decided about.
     *
     * @param identifiers is asked for the {@code id} of an activity that has none
     */
    public static ActivityReader ofStored(Supplier<String> identifiers) {
        return new ActivityReader(false, identifiers, null);
    }

    /** Reads the one object that the bytes hold. */
    public Activity read(byte[] json, int offset, int length) throws InvalidActivity {
        return read(json, offset, length, remark -> {});
    }

    /**
     * As {@link #read(byte[], int, int)}.
     *
     * @param remarks takes what its producer should mend in an activity that is accepted
     */
    public Activity read(byte[] json, int offset, int length, Consumer<Remark> remarks) throws InvalidActivity {
        try (JsonParser parser = ActivityJson.parser(json, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidActivity("", "must be a JSON object");
            }
            Activity activity = read(parser, remarks);
            if (parser.nextToken() != null) {
                throw new InvalidActivity("", "must be one JSON object, without anything after it");
            }
            return activity;
        } catch (JacksonException e) {
            throw ActivityJson.malformed(e);
        }
    }

    public Activity read(byte[] json) throws InvalidActivity {
        return read(json, 0, json.length);
    }

    /**
     * Reads the object whose start the parser has just returned, to its end: an invalid activity leaves the parser
     * behind its object, so that the next one can be read.
     */
    Activity read(JsonParser parser, Consumer<Remark> remarks) throws InvalidActivity {
        TokenStreamContext object = parser.streamReadContext();
        Draft draft = new Draft(remarks);
        for (int name = parser.nextNameMatch(NAMES);
                parser.currentToken() == JsonToken.PROPERTY_NAME;
                name = parser.nextNameMatch(NAMES)) {
            JsonToken token = parser.nextToken();
            try {
                readField(parser, draft, name < 0 ? null : FIELDS[name], token);
            } catch (InvalidActivity e) {
                draft.fault(e);
                while (parser.streamReadContext() != object) {
                    parser.nextToken();
                }
            }
        }
        return draft.toActivity(identifiers, redaction);
    }

    /** @param field whose value it is; null for one that no activity has */
    private void readField(JsonParser parser, Draft draft, @Nullable Field field, JsonToken token)
            throws InvalidActivity {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (field == null) {
            unknown(draft, parser.currentName());
            Attributes.read(parser, draft, parser.currentName());
        } else if (field.shape == Shape.OBJECT) {
            attributes(parser, draft, field.label);
        } else {
            draft.set(field, value(parser, draft, field, token));
        }
    }

    private void unknown(Draft draft, String name) throws InvalidActivity {
        if (redaction == null) {
            return;
        }
        String told = told(name);
        if (strict) {
            throw new InvalidActivity(told, FieldNames.unknown(told).replaceFirst(";.*", ""));
        }
        draft.warn(told, FieldNames.unknown(told));
    }

    /** A name that is safe to show. */
    private String told(String name) {
        String start = name.substring(0, Math.min(Attributes.NAME_TOLD, name.length()));
        return redaction == null ? start : redaction.identifier(start);
    }

    private Object value(JsonParser parser, Draft draft, Field field, JsonToken token) throws InvalidActivity {
        return switch (field.shape) {
            case TEXT -> JsonValue.text(parser, field.label, token);
            case IDENTIFIER -> identifier(JsonValue.text(parser, field.label, token), field.label);
            case ADDRESS -> address(identifier(JsonValue.text(parser, field.label, token), field.label), draft, field);
            case INTEGER -> JsonValue.integer(parser, field.label, token);
            case DECIMAL -> JsonValue.decimal(parser, field.label, token);
            case INSTANT -> Timestamp.read(JsonValue.text(parser, field.label, token), field.label);
            case TEXTS -> JsonValue.texts(parser, field.label, token);
            case APP -> AppReader.read(parser, draft, token);
            case NETWORK -> NetworkReader.read(parser, draft, token);
            case OBJECT -> throw new IllegalStateException(field.label);
        };
    }

    private String identifier(String text, String field) throws InvalidActivity {
        if (text.isEmpty()) {
            throw new InvalidActivity(field, "must not be empty");
        }
        if (redaction != null && field.equals(Field.CARD.label) && PrimaryAccountNumber.isIn(text)) {
            throw new InvalidActivity(field, "must be a fingerprint of the card, never its number");
        }
        return JsonValue.bounded(text, field);
    }

    /** The one spelling of it; what the producer wrote is kept as an attribute of the same name where it differs. */
    private String address(String text, Draft draft, Field field) throws InvalidActivity {
        String address = IpAddress.of(text);
        if (address == null) {
            if (redaction == null) {
                return text;
            }
            throw new InvalidActivity(
                    field.label,
                    "must be one IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1, a port may follow");
        }
        if (!address.equals(text)) {
            draft.attribute(field.label, text);
        }
        return address;
    }

    private static void attributes(JsonParser parser, Draft draft, String field) throws InvalidActivity {
        JsonValue.startOfObject(field, parser.currentToken());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Attributes.read(parser, draft, name);
        }
    }
}
