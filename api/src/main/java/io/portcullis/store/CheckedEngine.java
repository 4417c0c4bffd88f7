package io.portcullis.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Axon's event table, with the checksum of each event looked at whenever it is read. */
final class CheckedEngine extends JdbcEventStorageEngine {

    private final DamageWatch watch;

    CheckedEngine(Builder builder, DamageWatch watch) {
        super(builder);
        this.watch = watch;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        try {
            super.appendEvents(events, serializer);
        } catch (RuntimeException e) {
            throw watch.seen(e);
        }
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String log, long first, int batchSize) {
        try {
            return super.fetchDomainEvents(log, first, batchSize);
        } catch (RuntimeException e) {
            throw watch.seen(e);
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken last, int batchSize) {
        try {
            return super.fetchTrackedEvents(last, batchSize);
        } catch (RuntimeException e) {
            throw watch.seen(e);
        }
    }

    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return CheckedEvent.of(row);
    }

    @Override
    protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken previous)
            throws SQLException {
        TrackingToken token = super.getTrackedEventData(row, previous).trackingToken();
        return new TrackedDomainEventData<>(token, CheckedEvent.of(row));
    }
}
