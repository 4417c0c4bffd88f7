package io.portcullis.projections.processing;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.event.Decided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive events of the log, decoded, and handed on as one message. Axon counts the queue of a segment for every
 * message, and cuts batches by messages: so a message is many events.
 *
 * @param before the token that the page follows; null at the log's beginning
 * @param token of its last event
 * @param isFull whether there may be more to read at once
 */
record LogPage(List<Entry> entries, @Nullable TrackingToken before, TrackingToken token, boolean isFull) {

    static final int MAX = 1_000;

    /** An activity of the log, with the token of its event. */
    record Entry(Decided decided, TrackingToken token) {}

    /**
     * Reads what is there to read; never waits to fill a page. Decodes it, too.
     *
     * @param events at least one of which is available
     */
    static LogPage read(BlockingStream<TrackedEventMessage<?>> events, @Nullable TrackingToken before)
            throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        TrackingToken last;
        int read = 0;
        do {
            TrackedEventMessage<?> event = events.nextAvailable();
            last = event.trackingToken();
            if (event.getPayload() instanceof Activity) {
                entries.add(new Entry(Decided.of(event), last));
            }
        } while (++read < MAX && events.hasNextAvailable());
        return new LogPage(entries, before, last, read == MAX);
    }

    TrackedEventMessage<?> toMessage() {
        return new GenericTrackedEventMessage<>(token, new GenericMessage<>(this), () -> Instant.EPOCH);
    }
}
