package io.portcullis.simulation;

import io.portcullis.simulation.stage.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An actor on the stage.
 *
 * @param number orders those who act in the same millisecond
 * @param label whose attack it plays; null for an innocent
 */
record Role(int number, Actor actor, @Nullable Label label) {}
