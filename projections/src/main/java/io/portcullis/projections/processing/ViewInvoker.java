package io.portcullis.projections.processing;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.event.Decided;
import java.util.function.IntFunction;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Collects the events of a batch's bundles in one {@link Changes}, flushed just before the batch commits. */
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

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message.getPayload() instanceof Bundle bundle
                && bundle.events().stream().anyMatch(event -> isFor(segment, event));
    }

    private boolean isFor(Segment segment, EventMessage<?> event) {
        Object key =
                event.getPayload() instanceof Activity activity ? view.key(activity, Decided.reasons(event)) : null;
        return key != null && segment.matches(key);
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        OpenBatch batch = unitOfWork.getOrComputeResource(BATCH, key -> open(unitOfWork, segment));
        Bundle bundle = (Bundle) message.getPayload();
        for (TrackedEventMessage<?> event : bundle.events()) {
            if (isFor(segment, event) && batch.isNew(event)) {
                batch.add(event);
            }
        }
        batch.reached(bundle.token());
    }

    private OpenBatch open(UnitOfWork<?> unitOfWork, Segment segment) {
        OpenBatch batch = new OpenBatch(view.changes(generation), stored.apply(segment.getSegmentId()));
        unitOfWork.onPrepareCommit(committing -> batch.flush());
        return batch;
    }

    /** A view is built anew as another generation, never by resetting the one that answers. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
