package io.portcullis.simulation.stage;

import io.portcullis.domain.activity.Activity;

/** A thing to do, once its time and its id are known. */
@FunctionalInterface
public interface Act {

    Activity at(long time, String id);
}
