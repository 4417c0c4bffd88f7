package io.portcullis.projections.processing;

import java.util.List;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;

/** Consecutive events of the log, handed on as one. */
record Bundle(List<TrackedEventMessage<?>> events) {

    TrackingToken token() {
        return last().trackingToken();
    }

    private TrackedEventMessage<?> last() {
        return events.get(events.size() - 1);
    }

    TrackedEventMessage<?> toMessage() {
        return new GenericTrackedEventMessage<>(token(), new GenericMessage<>(this), last()::getTimestamp);
    }
}
