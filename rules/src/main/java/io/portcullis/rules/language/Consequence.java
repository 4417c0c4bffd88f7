package io.portcullis.rules.language;

/** What a rule does when it fires: one of the calls of the vocabulary, and nothing else. */
public sealed interface Consequence {

    /** The call, written anew. */
    String drl();

    /** {@code risk.raise();} */
    record Raise() implements Consequence {
        @Override
        public String drl() {
            return "risk.raise();";
        }
    }

    /** {@code tally.count("large-payment");} */
    record Count(String tally) implements Consequence {
        @Override
        public String drl() {
            return "tally.count(\"" + tally + "\");";
        }
    }

    /** {@code risk.monitor();}, {@code risk.throttle(60);}, {@code risk.challenge();} or {@code risk.review();} */
    record Choose(String drl) implements Consequence {}
}
