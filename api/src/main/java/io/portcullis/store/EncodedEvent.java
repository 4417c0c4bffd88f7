package io.portcullis.store;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.event.Decided;
import io.portcullis.domain.event.LogSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, with its checksum. Its payload may have been serialized ahead, by the thread that took it
 * in: the writer's time is the scarcer.
 */
final class EncodedEvent extends GenericDomainEventMessage<Activity> {

    private static final long serialVersionUID = 1L;

    private final transient byte @Nullable [] payload;

    private EncodedEvent(DomainEventMessage<Activity> event, byte @Nullable [] payload) {
        super(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getPayload(),
                event.getMetaData(),
                event.getIdentifier(),
                event.getTimestamp());
        this.payload = payload;
    }

    static EncodedEvent of(Decided decided, byte[] payload) {
        return new EncodedEvent(decided.toEvent(), payload);
    }

    static EncodedEvent of(Decided decided) {
        return new EncodedEvent(decided.toEvent(), null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> SerializedObject<T> serializePayload(Serializer serializer, Class<T> expected) {
        if (expected != byte[].class) {
            return super.serializePayload(serializer, expected);
        }
        byte[] bytes = payload == null
                ? super.serializePayload(serializer, byte[].class).getData()
                : payload;
        String type = serializer.typeForClass(getPayloadType()).getName();
        return (SerializedObject<T>) new SimpleSerializedObject<>(bytes, byte[].class, type, LogSerializer.CHECKED);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> SerializedObject<T> serializeMetaData(Serializer serializer, Class<T> expected) {
        SerializedObject<T> metadata = super.serializeMetaData(serializer, expected);
        if (expected != byte[].class) {
            return metadata;
        }
        SerializedObject<byte[]> stored = serializePayload(serializer, byte[].class);
        byte[] checked = EventChecksum.prepend(
                getSequenceNumber(), stored.getType().getName(), getTimestamp(), stored.getData(), (byte[])
                        metadata.getData());
        return (SerializedObject<T>) new SimpleSerializedObject<>(checked, byte[].class, metadata.getType());
    }
}
