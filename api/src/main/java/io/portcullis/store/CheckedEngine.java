package io.portcullis.store;

import io.portcullis.domain.event.LogSerializer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Axon's event table, with the checksum of each event looked at whenever it is read. */
final class CheckedEngine extends JdbcEventStorageEngine {

    CheckedEngine(Builder builder) {
        super(builder);
    }

    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return checked(super.getDomainEventData(row));
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        TrackedEventData<?> read = super.getTrackedEventData(row, previous);
        return read instanceof DomainEventData<?> event
                ? new TrackedDomainEventData<>(read.trackingToken(), checked(event))
                : read;
    }

    static GenericDomainEventEntry<byte[]> checked(DomainEventData<?> stored) {
        byte[] payload = (byte[]) stored.getPayload().getData();
        String type = stored.getPayload().getType().getName();
        String revision = stored.getPayload().getType().getRevision();
        byte[] metadata = (byte[]) stored.getMetaData().getData();
        if (LogSerializer.CHECKED.equals(revision)) {
            metadata = EventChecksum.strip(stored.getSequenceNumber(), type, stored.getTimestamp(), payload, metadata);
        } else if (EventChecksum.isBefore(metadata)) {
            throw EventChecksum.damaged(stored.getSequenceNumber());
        }
        return new GenericDomainEventEntry<>(
                stored.getType(),
                stored.getAggregateIdentifier(),
                stored.getSequenceNumber(),
                stored.getEventIdentifier(),
                stored.getTimestamp(),
                type,
                revision,
                payload,
                metadata);
    }
}
