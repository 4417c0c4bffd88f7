package io.portcullis.intake;

import io.portcullis.domain.decision.Decision;

/**
 * What became of one submitted activity. Whichever it is, it is durable.
 *
 * @param duplicate whether an activity of that {@code id} was there before, whose decision this is
 */
public record Outcome(Decision decision, boolean duplicate) {}
