package io.portcullis.domain.activity;

import com.ethlo.time.ITU;
import io.portcullis.domain.activity.Field.Shape;
import io.portcullis.domain.entity.IpAddress;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonRecyclerPools;
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

    // What follows tells of the parser, not of the JSON.
    private static final Pattern OF_THE_PARSER = Pattern.compile(" \\((start marker at|for) .*", Pattern.DOTALL);
    /** Where the seconds of an instant begin. */
    private static final int SECONDS = "2026-11-22T10:15".length();

    private static final String UNKNOWN_OFFSET = "-00:00";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final JsonFactory JSON = JsonFactory.builder()
            // A thread reads one object at a time: buffers of its own are nearer than those of a pool.
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(1 << 20).build())
            .build();

    private static final Field[] FIELDS = Field.values();

    /** Finds a field by the bytes of its name, and answers with its ordinal. */
    private static final PropertyNameMatcher NAMES = JSON.constructNameMatcher(
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
     * One for activities that were accepted long ago, or that a server is going to look at: nothing is masked, and an {@code ip} that is no address stays as
     * it is, because what is in the log stays readable and as it was decided about.
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
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidActivity("", "must be a JSON object");
            }
            Activity activity = read(parser, remarks);
            if (parser.nextToken() != null) {
                throw new InvalidActivity("", "must be one JSON object, without anything after it");
            }
            return activity;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    public Activity read(byte[] json) throws InvalidActivity {
        return read(json, 0, json.length);
    }

    static JsonParser parser(byte[] json) {
        return JSON.createParser(ObjectReadContext.empty(), json);
    }

    static InvalidActivity malformed(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String reason = OF_THE_PARSER.matcher(e.getOriginalMessage()).replaceFirst("");
        return new InvalidActivity(
                "", "malformed JSON" + (at == null ? "" : " at column " + at.getColumnNr()) + ": " + reason);
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
            case TEXT -> text(parser, field.label, token);
            case IDENTIFIER -> identifier(text(parser, field.label, token), field.label);
            case ADDRESS -> address(identifier(text(parser, field.label, token), field.label), draft, field);
            case INTEGER -> integer(parser, field.label, token);
            case DECIMAL -> decimal(parser, field.label, token);
            case INSTANT -> instant(text(parser, field.label, token), field.label);
            case TEXTS -> texts(parser, field.label, token);
            case APP -> app(parser, draft, token);
            case NETWORK -> network(parser, draft, token);
            case OBJECT -> throw new IllegalStateException(field.label);
        };
    }

    private static String text(JsonParser parser, String field, @Nullable JsonToken token) throws InvalidActivity {
        if (token != JsonToken.VALUE_STRING) {
            throw new InvalidActivity(field, "must be a string");
        }
        return Text.of(parser.getString(), field);
    }

    private String identifier(String text, String field) throws InvalidActivity {
        if (text.isEmpty()) {
            throw new InvalidActivity(field, "must not be empty");
        }
        if (redaction != null && field.equals(Field.CARD.label) && PrimaryAccountNumber.isIn(text)) {
            throw new InvalidActivity(field, "must be a fingerprint of the card, never its number");
        }
        return bounded(text, field);
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

    private static String bounded(String text, String field) throws InvalidActivity {
        if (text.length() > MAX_IDENTIFIER) {
            throw new InvalidActivity(field, "must be at most " + MAX_IDENTIFIER + " characters");
        }
        return text;
    }

    private static Long integer(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
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

    private static BigDecimal decimal(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (token == null || !token.isNumeric()) {
            throw new InvalidActivity(field, "must be a number");
        }
        BigDecimal value = parser.getDecimalValue();
        if (value.precision() > 24 || Math.abs(value.scale()) > 12) {
            throw new InvalidActivity(field, "must have at most 24 digits, 12 of them behind the point");
        }
        return value;
    }

    private static Instant instant(String text, String field) throws InvalidActivity {
        try {
            ParsePosition end = new ParsePosition(0);
            Instant instant = ITU.parseDateTime(inUtc(text), end).toInstant();
            // The parser takes an instant without seconds, one with more behind it, and years it could not write.
            if (text.charAt(SECONDS) == ':'
                    && end.getIndex() == text.length()
                    && !instant.isBefore(FIRST)
                    && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new InvalidActivity(field, "must be an RFC 3339 instant such as 2026-11-22T10:15:30.123Z");
    }

    /** An offset that is not known, RFC 3339 says, is written {@code -00:00}: the time is of UTC. */
    private static String inUtc(String text) {
        return text.endsWith(UNKNOWN_OFFSET)
                ? text.substring(0, text.length() - UNKNOWN_OFFSET.length()) + "+00:00"
                : text;
    }

    private static List<String> texts(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (token != JsonToken.START_ARRAY) {
            throw new InvalidActivity(field, "must be a list of strings");
        }
        List<String> texts = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            texts.add(text(parser, field, item));
        }
        return List.copyOf(texts);
    }

    private static App app(JsonParser parser, Draft draft, JsonToken token) throws InvalidActivity {
        startOfObject("app", token);
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
                case "platform" -> platform = Choice.PLATFORM.of(text(parser, "app.platform", value), "app.platform");
                case "version" -> version = bounded(text(parser, "app.version", value), "app.version");
                case "emulator" -> emulator = bool(parser, "app.emulator", value);
                case "rooted" -> rooted = bool(parser, "app.rooted", value);
                case "attested" -> attested = bool(parser, "app.attested", value);
                case "official" -> official = bool(parser, "app.official", value);
                default -> Attributes.read(parser, draft, "app." + name);
            }
        }
        return new App(platform, version, emulator, rooted, attested, official);
    }

    private static Network network(JsonParser parser, Draft draft, JsonToken token) throws InvalidActivity {
        startOfObject("network", token);
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
                case "country" -> country = bounded(text(parser, "network.country", value), "network.country");
                case "asn" -> asn = asn(parser, value);
                case "kind" -> kind = Choice.NETWORK.of(text(parser, "network.kind", value), "network.kind");
                default -> Attributes.read(parser, draft, "network." + name);
            }
        }
        return new Network(country, asn, kind);
    }

    /** Producers write an autonomous system both as {@code "AS64500"} and as {@code 64500}. */
    private static String asn(JsonParser parser, JsonToken token) throws InvalidActivity {
        return token == JsonToken.VALUE_NUMBER_INT
                ? parser.getString()
                : bounded(text(parser, "network.asn", token), "network.asn");
    }

    private static Boolean bool(JsonParser parser, String field, JsonToken token) throws InvalidActivity {
        if (!token.isBoolean()) {
            throw new InvalidActivity(field, "must be true or false");
        }
        return parser.getBooleanValue();
    }

    private static void startOfObject(String field, JsonToken token) throws InvalidActivity {
        if (token != JsonToken.START_OBJECT) {
            throw new InvalidActivity(field, "must be an object");
        }
    }

    private static void attributes(JsonParser parser, Draft draft, String field) throws InvalidActivity {
        startOfObject(field, parser.currentToken());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Attributes.read(parser, draft, name);
        }
    }
}
