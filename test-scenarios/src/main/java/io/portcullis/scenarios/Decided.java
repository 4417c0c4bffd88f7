package io.portcullis.scenarios;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;

/** A moment of a scenario, and what was decided. */
record Decided(Moment moment, Decision decision) {

    /** Whether a rule of that name fired, or one that raises that signal. */
    boolean raised(String name) {
        return decision.reasons().stream().anyMatch(reason -> names(reason, name));
    }

    private static boolean names(Reason reason, String name) {
        return reason.signal().equals(name) || reason.rule().equals(name);
    }

    /** {@code activity 8, login at 2m20s}. */
    String where() {
        return "activity " + decision.position() + ", " + decision.type().label() + " at "
                + Offset.words(moment.since());
    }
}
