package io.portcullis.store;

import com.ethlo.time.ITU;
import io.portcullis.domain.event.LogSerializer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * A stored event whose checksum was found right. Axon's own entry keeps its time as text and parses it whenever it is
 * asked for, which was a fifth of what reading the log took.
 */
record CheckedEvent(
        String type,
        String log,
        long position,
        String identifier,
        Instant time,
        SerializedObject<byte[]> payload,
        SerializedObject<byte[]> metadata)
        implements DomainEventData<byte[]> {

    /**
     * The event of a row.
     *
     * @throws DamagedEvent when its checksum is not that of what is there
     */
    static CheckedEvent of(ResultSet row) throws SQLException {
        long position = row.getLong("sequenceNumber");
        return of(
                row.getString("type"),
                row.getString("aggregateIdentifier"),
                position,
                row.getString("eventIdentifier"),
                time(row.getString("timeStamp"), position),
                row.getString("payloadType"),
                row.getString("payloadRevision"),
                row.getBytes("payload"),
                row.getBytes("metaData"));
    }

    /** As {@link #of(ResultSet)}. */
    static CheckedEvent of(DomainEventData<?> stored) {
        return of(
                stored.getType(),
                stored.getAggregateIdentifier(),
                stored.getSequenceNumber(),
                stored.getEventIdentifier(),
                stored.getTimestamp(),
                stored.getPayload().getType().getName(),
                stored.getPayload().getType().getRevision(),
                (byte[]) stored.getPayload().getData(),
                (byte[]) stored.getMetaData().getData());
    }

    private static Instant time(String text, long position) {
        try {
            return ITU.parseDateTime(text).toInstant();
        } catch (DateTimeException e) {
            throw EventChecksum.damaged(position);
        }
    }

    private static CheckedEvent of(
            String type,
            String log,
            long position,
            String identifier,
            Instant time,
            String payloadType,
            String revision,
            byte[] payload,
            byte[] stored) {
        byte[] metadata = stored;
        if (LogSerializer.CHECKED.equals(revision)) {
            metadata = EventChecksum.strip(position, payloadType, time, payload, stored);
        } else if (EventChecksum.isBefore(stored)) {
            throw EventChecksum.damaged(position);
        }
        return new CheckedEvent(
                type,
                log,
                position,
                identifier,
                time,
                new SimpleSerializedObject<>(payload, byte[].class, payloadType, revision),
                new SerializedMetaData<>(metadata, byte[].class));
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public String getAggregateIdentifier() {
        return log;
    }

    @Override
    public long getSequenceNumber() {
        return position;
    }

    @Override
    public String getEventIdentifier() {
        return identifier;
    }

    @Override
    public Instant getTimestamp() {
        return time;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metadata;
    }
}
