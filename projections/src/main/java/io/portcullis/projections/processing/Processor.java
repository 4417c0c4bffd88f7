package io.portcullis.projections.processing;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** Makes one generation of a view. */
final class Processor implements AutoCloseable {

    private final int generation;
    private volatile @Nullable PooledStreamingEventProcessor processor;

    Processor(int generation) {
        this.generation = generation;
    }

    void start(PooledStreamingEventProcessor processor) {
        this.processor = processor;
        processor.start();
    }

    int generation() {
        return generation;
    }

    /** The position up to which all of the view has read; -1 before it has begun. */
    long position() {
        boolean whole = segments().stream().mapToDouble(Processor::share).sum() == 1;
        return whole ? folded() : -1;
    }

    /** The position up to which each segment that runs has read; -1 when none does. */
    long folded() {
        return segments().stream().mapToLong(Processor::position).min().orElse(-1);
    }

    private Collection<EventTrackerStatus> segments() {
        PooledStreamingEventProcessor started = processor;
        return started == null ? List.of() : started.processingStatus().values();
    }

    /** Which part of the whole a segment is: a half, a quarter… */
    private static double share(EventTrackerStatus status) {
        return 1.0 / (status.getSegment().getMask() + 1.0);
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(-1);
    }

    @Override
    public void close() {
        PooledStreamingEventProcessor started = processor;
        if (started != null) {
            started.shutDown();
        }
    }
}
