package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import org.jspecify.annotations.Nullable;

/** Collects what policy rules choose within a band: the hardest where several choose. */
public final class Choice {

    private Band band = Band.LOW;
    private Action action = Action.ALLOW;
    private int retryAfterSeconds;

    Choice() {}

    void start(Band of) {
        band = of;
        retryAfterSeconds = 0;
        action = switch (of) {
            case LOW -> Action.ALLOW;
            case MEDIUM -> Action.MONITOR;
            case HIGH -> Action.CHALLENGE;
            case CRITICAL -> Action.BLOCK;
        };
    }

    void take(Consequence.Choose chosen) {
        if (chosen.action().band() == band && chosen.action().compareTo(action) > 0) {
            action = chosen.action();
        }
        retryAfterSeconds = Math.max(retryAfterSeconds, chosen.retryAfterSeconds());
    }

    public Action action() {
        return action;
    }

    /** Comes with a throttle alone. */
    public @Nullable Integer retryAfterSeconds() {
        return action == Action.THROTTLE ? Integer.valueOf(retryAfterSeconds) : null;
    }
}
