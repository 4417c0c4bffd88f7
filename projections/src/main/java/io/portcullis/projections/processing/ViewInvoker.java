package io.portcullis.projections.processing;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.event.Decided;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Collects a batch's events in one {@link Changes}, flushed just before the batch commits. */
final class ViewInvoker implements EventHandlerInvoker {

    private static final String CHANGES = "changes";

    private final View view;
    private final int generation;

    ViewInvoker(View view, int generation) {
        this.view = view;
        this.generation = generation;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        Object key = event.getPayload() instanceof Activity activity ? view.key(activity) : null;
        return key != null && segment.matches(key);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        Changes changes = batch.getOrComputeResource(CHANGES, key -> open(batch));
        changes.add(Decided.of(event));
    }

    private Changes open(UnitOfWork<?> batch) {
        Changes changes = view.changes(generation);
        batch.onPrepareCommit(committing -> changes.flush());
        return changes;
    }

    /** A view is built anew as another generation, never by resetting the one that answers. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
