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
     * {@code risk.mark("few people behind the address");} marks the activity for other rules, which read it as
     * {@code Mark( "few people behind the address" )}. A mark lives as long as the evaluation of its activity.
     *
     * @param name 1 to 80 characters
     */
    record Mark(String name) implements Consequence {}

    /**
     * {@code risk.monitor();} or {@code risk.throttle(60);} of a policy rule, for medium risk: watch, or slow the caller
     * down. {@code risk.challenge();} or {@code risk.review();}, for high risk: ask for proof, or have a person look at it.
     * {@code risk.allow();}, for either: do nothing about it.
     *
     * @param retryAfterSeconds of a throttle, 1 to 86,400; else 0
     */
    record Choose(Action action, int retryAfterSeconds) implements Consequence {}
}
