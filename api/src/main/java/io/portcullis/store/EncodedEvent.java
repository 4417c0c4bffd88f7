package io.portcullis.store;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.event.Decided;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** An event whose payload was serialized ahead, by the thread that took it in: the writer's time is the scarcer. */
final class EncodedEvent extends GenericDomainEventMessage<Activity> {

    private static final long serialVersionUID = 1L;

    private final transient byte[] payload;

    private EncodedEvent(DomainEventMessage<Activity> event, byte[] payload) {
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

    @Override
    @SuppressWarnings("unchecked")
    public <T> SerializedObject<T> serializePayload(Serializer serializer, Class<T> expected) {
        if (expected != byte[].class) {
            return super.serializePayload(serializer, expected);
        }
        return (SerializedObject<T>)
                new SimpleSerializedObject<>(payload, byte[].class, serializer.typeForClass(getPayloadType()));
    }
}
