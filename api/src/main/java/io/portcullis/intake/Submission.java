package io.portcullis.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Activities that came together, and those who wait for their outcomes.
 *
 * @param since when it came, by {@link System#nanoTime}
 */
record Submission(
        List<Candidate> activities, Priority priority, long since, CompletableFuture<List<Outcome>> outcomes) {

    Submission(List<Candidate> activities, Priority priority) {
        this(activities, priority, System.nanoTime(), new CompletableFuture<>());
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
}
