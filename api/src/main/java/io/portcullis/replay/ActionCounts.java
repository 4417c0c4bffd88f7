package io.portcullis.replay;

import io.portcullis.domain.decision.Action;
import java.util.Arrays;

/** How many activities got which action. */
final class ActionCounts {

    private final long[] counts = new long[Action.values().length];

    void add(Action action) {
        counts[action.ordinal()]++;
    }

    long of(Action action) {
        return counts[action.ordinal()];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    long flagged() {
        return Arrays.stream(Action.values())
                .filter(Action::flags)
                .mapToLong(this::of)
                .sum();
    }
}
