package io.portcullis.rules.language;

import io.portcullis.domain.decision.Action;

/** What a rule does when it fires: one of the calls of the vocabulary, and nothing else. */
public sealed interface Consequence {

    /** {@code risk.raise();} of a rule with a signal: raises it. */
    record Raise() implements Consequence {}

    /**
     * {@code tally.count("large-payment");} counts the activity under a further tally, for every entity that it touches.
     *
     * @param tally a dotted name of its own
     */
    record Count(String tally) implements Consequence {}

    /**
     * {@code risk.monitor();} or {@code risk.throttle(60);} of a policy rule, for medium risk: watch, or slow the caller
     * down. {@code risk.challenge();} or {@code risk.review();}, for high risk: ask for proof, or let a person look at it.
     *
     * @param retryAfterSeconds of a throttle, 1 to 86,400; else 0
     */
    record Choose(Action action, int retryAfterSeconds) implements Consequence {}
}
