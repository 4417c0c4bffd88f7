package io.portcullis.projections.processing;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log in bundles of what is there to read, at most {@value BundledStream#MAX} events each, looked at many times a
 * second once all of it has been read, and read a few times a second while it grows.
 *
 * <p>Axon's pooled processor counts the queue of each segment anew for every message, up to 1,024 in each, which cost
 * more than all else; and it cuts batches from those queues, so that a thousand events in four segments made rows of 250
 * events at a time. In bundles, the count is spread over many events, and batches are whole. At a steady trickle, each
 * segment of each view would commit every few events, on the disk that the decisions wait for: so it rests in between.
 *
 * @param lookEvery between two looks at a log that was read to its end
 */
record BundledLog(EventStore log, Duration lookEvery, ScheduledExecutorService clock)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new BundledStream(log.openStream(after), lookEvery, clock);
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
