package io.portcullis.projections.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Reads bundles of the events that are there; never waits to fill one. Used by one thread. */
final class BundledStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Axon buffers some thousand messages a segment: few enough events in each for a small heap. */
    static final int MAX = 16;

    private final BlockingStream<TrackedEventMessage<?>> events;
    private @Nullable TrackedEventMessage<?> next;

    BundledStream(BlockingStream<TrackedEventMessage<?>> events) {
        this.events = events;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null && events.hasNextAvailable()) {
            try {
                next = bundle();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.ofNullable(next);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return next != null || events.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> peeked = next;
        next = null;
        return peeked == null ? bundle() : peeked;
    }

    private TrackedEventMessage<?> bundle() throws InterruptedException {
        List<TrackedEventMessage<?>> bundle = new ArrayList<>(MAX);
        do {
            bundle.add(events.nextAvailable());
        } while (bundle.size() < MAX && events.hasNextAvailable());
        return new Bundle(bundle).toMessage();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
        events.close();
    }
}
