package io.portcullis.intake;

import io.portcullis.domain.decision.Decision;

/**
 * What became of one submitted activity. Whichever it is, it is durable.
 *
 * @param duplicate whether an activity of that {@code id} was there before, whose decision this is
 * @param differs whether that one said something else
 */
public record Outcome(Decision decision, boolean duplicate, boolean differs) {

    /** What to tell the producer of one that differs. */
    public static final String DIFFERS =
            "came before with another activity, whose decision stands; this activity is not stored";

    static Outcome fresh(Decision decision) {
        return new Outcome(decision, false, false);
    }
}
