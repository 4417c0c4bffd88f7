package io.portcullis.store;

import io.portcullis.domain.event.Decided;
import io.portcullis.domain.event.LogSerializer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A row of the event table, wherever it was found. */
record StoredEvent(
        String identifier,
        String log,
        long position,
        String type,
        String time,
        String payloadType,
        String revision,
        byte[] payload,
        byte[] metadata) {

    private static final LogSerializer SERIALIZER = new LogSerializer();

    boolean hasChecksum() {
        return LogSerializer.CHECKED.equals(revision);
    }

    /**
     * The event, read as the server reads it.
     *
     * @throws RuntimeException when it is damaged
     */
    Decided decided() {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(CheckedEngine.checked(new GenericDomainEventEntry<>(
                                type, log, position, identifier, time, payloadType, revision, payload, metadata))),
                        SERIALIZER,
                        NoOpEventUpcaster.INSTANCE)
                .asStream()
                .map(Decided::of)
                .findFirst()
                .orElseThrow();
    }
}
