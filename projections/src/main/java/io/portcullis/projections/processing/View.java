package io.portcullis.projections.processing;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One view: what it makes of the log. Each generation of it is a whole of its own, made by a processor of its own. */
public interface View {

    /** Its name in {@code view_generation}, in metrics and for a rebuild. */
    String name();

    /**
     * What an activity is routed by: activities of equal keys are folded in the log's order, by one thread at a time,
     * so that no two ever write the same row.
     *
     * @param reasons of its decision
     * @return null when the activity is of no concern to this view
     */
    @Nullable
    Object key(Activity activity, List<Reason> reasons);

    /** Collects the changes of one batch. */
    Changes changes(int generation);

    /**
     * Removes some rows of a retired generation.
     *
     * @return false when none was left
     */
    boolean remove(int generation);
}
