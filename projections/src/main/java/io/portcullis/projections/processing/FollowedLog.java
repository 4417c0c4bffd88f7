package io.portcullis.projections.processing;

import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The shared log as one processor sees it.
 *
 * @param folded the position up to which the processor has folded it
 */
record FollowedLog(SharedLog shared, LongSupplier folded) implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return shared.open(after, folded);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return shared.log().createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return shared.log().createHeadToken();
    }
}
