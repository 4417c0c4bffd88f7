package io.portcullis.intake;

import io.portcullis.domain.activity.Activity;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Activities that came together, and those who wait for their outcomes.
 *
 * @param since when it came, by {@link System#nanoTime}
 */
record Submission(List<Item> items, Priority priority, long since, CompletableFuture<List<Outcome>> outcomes) {

    Submission(List<Item> items, Priority priority) {
        this(items, priority, System.nanoTime(), new CompletableFuture<>());
    }

    int size() {
        return items.size();
    }

    record Item(Activity activity, Decider.Undecided undecided) {}
}
