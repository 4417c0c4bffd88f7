package io.portcullis.projections.processing;

import java.util.Collection;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;

/** Makes one generation of a view. */
record Processor(View view, int generation, PooledStreamingEventProcessor processor) implements AutoCloseable {

    /** The position up to which all of the view has read; -1 before it has begun. */
    long position() {
        Collection<EventTrackerStatus> segments = processor.processingStatus().values();
        boolean whole = segments.stream().mapToDouble(Processor::share).sum() == 1;
        return whole ? segments.stream().mapToLong(Processor::position).min().orElse(-1) : -1;
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
        processor.shutDown();
    }
}
