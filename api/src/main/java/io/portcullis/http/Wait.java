package io.portcullis.http;

import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.intake.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for activities to be durable. */
final class Wait {

    /** Longer than any batch takes; a client has given up by then. */
    private static final int LONGEST_SECONDS = 60;

    private Wait() {}

    /**
     * @param made the ids of those that came without one
     * @throws RetryLater when they could not be stored, or it is not known whether they were
     */
    static List<Outcome> on(CompletableFuture<List<Outcome>> outcomes, List<Reading.MadeId> made) {
        return on(outcomes, made, LONGEST_SECONDS);
    }

    static List<Outcome> on(CompletableFuture<List<Outcome>> outcomes, List<Reading.MadeId> made, int seconds) {
        try {
            return outcomes.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IntakeUnavailable unavailable) {
                throw RetryLater.inDoubt(made, unavailable);
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw RetryLater.inDoubt(made, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RetryLater.inDoubt(made, e);
        }
    }
}
