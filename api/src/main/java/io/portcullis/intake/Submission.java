package io.portcullis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Activities that came together, and those who wait for their outcomes. */
final class Submission {

    private final List<Candidate> activities;
    private final Priority priority;
    private final long since = System.nanoTime();
    private final CompletableFuture<List<Outcome>> outcomes = new CompletableFuture<>();
    /** Of the activities that are durable, in their order. The writer's alone. */
    private final List<Outcome> known = new ArrayList<>();

    Submission(List<Candidate> activities, Priority priority) {
        this.activities = activities;
        this.priority = priority;
    }

    List<Candidate> activities() {
        return activities;
    }

    Priority priority() {
        return priority;
    }

    /** When it came, by {@link System#nanoTime}. */
    long since() {
        return since;
    }

    CompletableFuture<List<Outcome>> outcomes() {
        return outcomes;
    }

    /** As the log stores them. */
    long bytes() {
        return activities.stream()
                .mapToLong(activity -> activity.payload().length)
                .sum();
    }

    int size() {
        return activities.size();
    }

    /** Takes the outcomes of the next activities; those of the last ones answer the waiting. */
    void answer(List<Outcome> next) {
        known.addAll(next);
        if (known.size() == activities.size()) {
            outcomes.complete(known);
        }
    }

    void fail(IntakeUnavailable unavailable) {
        outcomes.completeExceptionally(unavailable);
    }
}
