package io.portcullis.projections.processing;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log in bundles of what is there to read, at most {@value BundledStream#MAX} events each.
 *
 * <p>Axon's pooled processor counts the queue of each segment anew for every message, up to 1,024 in each, which cost
 * more than all else; and it cuts batches from those queues, so that a thousand events in four segments made rows of 250
 * events at a time. In bundles, the count is spread over many events, and batches are whole.
 */
record BundledLog(EventStore log) implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new BundledStream(log.openStream(after));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return log.createHeadToken();
    }
}
