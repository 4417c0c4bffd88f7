package io.portcullis.simulation.stage;

import io.portcullis.domain.activity.Activity;

/** Somebody who does one thing after the other. */
public interface Actor {

    /** When it acts next, milliseconds since the epoch; {@link Long#MAX_VALUE} when it is done. */
    long next();

    /** Acts, and so moves on to its next time, which is not before this one. */
    Activity act(String id);
}
