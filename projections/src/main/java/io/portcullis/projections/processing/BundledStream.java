package io.portcullis.projections.processing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads bundles of the events that are there; never waits to fill one. After one that the log could not fill it seems to
 * be at its end for some looks, so that the next ones are full. Read by one thread.
 */
final class BundledStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Axon buffers some thousand messages a segment: few enough events in each for a small heap. */
    static final int MAX = 16;

    /** Looks at a log that grows steadily from one read to the next; one that was quiet is read at the first look. */
    private static final int REST = 5;

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final ScheduledFuture<?> looks;
    private final AtomicInteger looksToRest = new AtomicInteger();
    private volatile Runnable onAvailable = () -> {};
    private @Nullable TrackedEventMessage<?> next;

    BundledStream(BlockingStream<TrackedEventMessage<?>> events, Duration lookEvery, ScheduledExecutorService clock) {
        this.events = events;
        this.looks = clock.scheduleWithFixedDelay(
                this::look, lookEvery.toMillis(), lookEvery.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (looksToRest.updateAndGet(looks -> Math.max(0, looks - 1)) == 0) {
            onAvailable.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null && hasNextAvailable()) {
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
        return next != null || (looksToRest.get() == 0 && events.hasNextAvailable(timeout, unit));
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
        looksToRest.set(bundle.size() < MAX ? REST : 0);
        return new Bundle(bundle).toMessage();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    @Override
    public void close() {
        looks.cancel(false);
        events.close();
    }
}
