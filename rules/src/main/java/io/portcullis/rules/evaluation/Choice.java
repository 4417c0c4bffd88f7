package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import org.jspecify.annotations.Nullable;

/** Collects what policy rules choose within a band: the strictest where several choose, a default where none does. */
public final class Choice {

    private Band band = Band.LOW;
    private @Nullable Action chosen;
    private int retryAfterSeconds;

    Choice() {}

    void start(Band of) {
        band = of;
        chosen = null;
        retryAfterSeconds = 0;
    }

    void take(Consequence.Choose choose) {
        Action action = choose.action();
        if (action == Action.ALLOW || action.band() == band) {
            chosen = chosen == null || action.compareTo(chosen) > 0 ? action : chosen;
            retryAfterSeconds = Math.max(retryAfterSeconds, choose.retryAfterSeconds());
        }
    }

    public Action action() {
        if (chosen != null) {
            return chosen;
        }
        return switch (band) {
            case LOW -> Action.ALLOW;
            case MEDIUM -> Action.MONITOR;
            case HIGH -> Action.CHALLENGE;
            case CRITICAL -> Action.BLOCK;
        };
    }

    /** Comes with a throttle alone. */
    public @Nullable Integer retryAfterSeconds() {
        return action() == Action.THROTTLE ? Integer.valueOf(retryAfterSeconds) : null;
    }
}
