package io.portcullis.projections.processing;

import io.portcullis.domain.event.Decided;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Collects the events of a batch's pages in one {@link Changes}, flushed just before the batch commits. */
final class ViewInvoker implements EventHandlerInvoker {

    private static final String BATCH = "batch";

    private final View view;
    private final int generation;
    private final IntFunction<@Nullable TrackingToken> stored;

    /** @param stored how far a segment had read, by its number */
    ViewInvoker(View view, int generation, IntFunction<@Nullable TrackingToken> stored) {
        this.view = view;
        this.generation = generation;
        this.stored = stored;
    }

    /** Every page, since how far a segment has read is stored with what it folded. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message.getPayload() instanceof LogPage;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        retryable(() -> fold(message, segment));
    }

    private void fold(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        OpenBatch batch = unitOfWork.getOrComputeResource(BATCH, key -> open(unitOfWork, segment));
        LogPage page = (LogPage) message.getPayload();
        for (LogPage.Entry entry : page.entries()) {
            if (isFor(segment, entry.decided()) && batch.isNew(entry.token())) {
                batch.add(entry.decided());
            }
        }
        batch.reached(page.token());
    }

    private boolean isFor(Segment segment, Decided decided) {
        Object key = view.key(decided.activity(), decided.decision().reasons());
        return key != null && segment.matches(key);
    }

    private OpenBatch open(UnitOfWork<?> unitOfWork, Segment segment) {
        OpenBatch batch = new OpenBatch(view.changes(generation), stored.apply(segment.getSegmentId()));
        unitOfWork.onPrepareCommit(committing -> retryable(batch::flush));
        return batch;
    }

    /** Axon tries again what failed by an exception; an error would stop the view for good, and its shutdown too. */
    private static void retryable(Runnable work) {
        try {
            work.run();
        } catch (Error e) {
            throw new IllegalStateException("the batch cannot be folded", e);
        }
    }

    /** A view is rebuilt as another generation, never by resetting the one that answers. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
