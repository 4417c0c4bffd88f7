package io.portcullis.http;

import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.intake.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Waits for activities to be durable. */
final class Wait {

    /** Longer than any batch takes; a client has given up by then. */
    private static final int LONGEST_SECONDS = 60;

    private Wait() {}

    /** @throws IntakeUnavailable when they could not be stored */
    static List<Outcome> on(CompletableFuture<List<Outcome>> outcomes) {
        try {
            return outcomes.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IntakeUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw inDoubt(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw inDoubt(e);
        }
    }

    private static ResponseStatusException inDoubt(Exception e) {
        return new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "it is not known yet whether the activities are stored: send them again with the same ids",
                e);
    }
}
