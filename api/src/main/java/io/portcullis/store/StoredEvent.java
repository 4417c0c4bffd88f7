package io.portcullis.store;

import io.portcullis.domain.event.Decided;
import io.portcullis.domain.event.LogSerializer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A row of the event table, wherever it was found. */
record StoredEvent(DomainEventData<byte[]> row) {

    private static final LogSerializer SERIALIZER = new LogSerializer();

    String identifier() {
        return row.getEventIdentifier();
    }

    long position() {
        return row.getSequenceNumber();
    }

    boolean hasChecksum() {
        return LogSerializer.CHECKED.equals(row.getPayload().getType().getRevision());
    }

    /**
     * The event, read as the server reads it.
     *
     * @throws RuntimeException when it is damaged
     */
    Decided decided() {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(CheckedEvent.of(row)), SERIALIZER, NoOpEventUpcaster.INSTANCE)
                .asStream()
                .map(Decided::of)
                .findFirst()
                .orElseThrow();
    }
}
