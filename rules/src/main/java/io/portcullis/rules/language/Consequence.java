package io.portcullis.rules.language;

/** What a rule does when it fires: one of the calls of the vocabulary, and nothing else. */
public sealed interface Consequence {

    /** {@code risk.raise();} */
    record Raise() implements Consequence {}

    /** {@code tally.count("large-payment");} */
    record Count(String tally) implements Consequence {}

    /** {@code risk.monitor();}, {@code risk.throttle(60);}, {@code risk.challenge();} or {@code risk.review();} */
    record Choose() implements Consequence {}
}
