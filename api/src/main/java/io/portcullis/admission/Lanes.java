package io.portcullis.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;

/** Threads for three kinds of calls, so that none can take those of another: decisions, others, and open ones. */
final class Lanes {

    private static final String DECISIONS = "/v1/decisions";

    private final Semaphore decisions;
    private final Semaphore others;
    private final Semaphore open;

    Lanes(AdmissionSettings settings) {
        this.decisions = new Semaphore(settings.decisions());
        this.others = new Semaphore(settings.others());
        this.open = new Semaphore(settings.open());
    }

    Semaphore of(HttpServletRequest request, boolean hasKey) {
        if (!hasKey) {
            return open;
        }
        return request.getMethod().equals("POST") && request.getRequestURI().equals(DECISIONS) ? decisions : others;
    }
}
