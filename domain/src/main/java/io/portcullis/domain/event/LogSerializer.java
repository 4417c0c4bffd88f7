package io.portcullis.domain.event;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ActivityType;
import io.portcullis.domain.activity.ActivityWriter;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.activity.Login;
import io.portcullis.domain.activity.Payment;
import io.portcullis.domain.activity.Signup;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionReader;
import io.portcullis.domain.decision.DecisionWriter;
import java.nio.charset.StandardCharsets;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * The event types of the log, by their stable names: {@code api-request}, {@code login}, {@code signup},
 * {@code payment}, as the JSON of the public contract. Metadata is the JSON of the decision, or the bare identifier of
 * the rule set that allowed the activity. Events are read in the revisions {@value #REVISION} and {@value #CHECKED}.
 */
public final class LogSerializer implements Serializer {

    /** Changes only with an upcaster for what is already stored. */
    static final String REVISION = "1";

    /**
     * The revision of an event with a checksum before its metadata, which the store adds when it writes and removes when
     * it reads. The JSON is that of {@link #REVISION}; a server that knows no checksums refuses such events.
     */
    public static final String CHECKED = "2";

    private static final String METADATA = MetaData.class.getName();

    private final Converter converter = new ChainingConverter();
    private final ActivityWriter activityWriter = new ActivityWriter();
    private final DecisionWriter decisionWriter = new DecisionWriter();
    private final DecisionReader decisionReader = new DecisionReader();
    private final ActivityReader activityReader = ActivityReader.ofStored(() -> {
        throw new SerializationException("a stored activity has no id");
    });

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expected) {
        byte[] bytes;
        if (object instanceof Activity activity) {
            bytes = activityWriter.write(activity);
        } else if (object instanceof MetaData metaData) {
            bytes = write(metaData);
        } else {
            throw new SerializationException("not an event of the log: " + object.getClass());
        }
        return new SimpleSerializedObject<>(
                converter.convert(bytes, expected), expected, typeForClass(object.getClass()));
    }

    private byte[] write(MetaData metaData) {
        return metaData.get(Decided.DECISION) instanceof Decision decision
                ? decisionWriter.write(decision)
                : String.valueOf(metaData.get(Decided.RULE_SET)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> stored) {
        byte[] bytes = converter.convert(stored.getData(), stored.getContentType(), byte[].class);
        if (stored.getType().getName().equals(METADATA)) {
            return (T) metaData(bytes);
        }
        Class<?> type = classForType(stored.getType());
        if (type == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, stored);
        }
        try {
            return (T) activityReader.read(bytes);
        } catch (InvalidActivity e) {
            throw new SerializationException("a stored activity cannot be read: " + e.getMessage(), e);
        }
    }

    private MetaData metaData(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == '{'
                ? MetaData.with(Decided.DECISION, decisionReader.read(bytes))
                : MetaData.with(Decided.RULE_SET, new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expected) {
        return converter.canConvert(byte[].class, expected);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(METADATA)) {
            return MetaData.class;
        }
        return ActivityType.ofLabel(type.getName())
                .filter(known -> REVISION.equals(type.getRevision()) || CHECKED.equals(type.getRevision()))
                .<Class<?>>map(LogSerializer::recordOf)
                .orElse(UnknownSerializedType.class);
    }

    private static Class<? extends Activity> recordOf(ActivityType type) {
        return switch (type) {
            case API_REQUEST -> ApiRequest.class;
            case LOGIN -> Login.class;
            case SIGNUP -> Signup.class;
            case PAYMENT -> Payment.class;
        };
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        for (ActivityType known : ActivityType.values()) {
            if (recordOf(known) == type) {
                return new SimpleSerializedType(known.label(), REVISION);
            }
        }
        return new SimpleSerializedType(MetaData.class.isAssignableFrom(type) ? METADATA : type.getName(), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
