package io.portcullis.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A call that is worth another try. */
final class RetryLater extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private RetryLater(HttpStatus status, String detail, int seconds, @Nullable Throwable cause) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
        getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    /** Nothing of the call was taken. */
    static RetryLater overloaded(String detail) {
        return new RetryLater(HttpStatus.TOO_MANY_REQUESTS, detail, 1, null);
    }

    /**
     * The activities may be stored or not.
     *
     * @param made the ids that the server made, without which they could not be sent again as the same
     */
    static RetryLater inDoubt(List<Reading.MadeId> made, Throwable cause) {
        RetryLater inDoubt = new RetryLater(
                HttpStatus.SERVICE_UNAVAILABLE,
                "it is not known whether the activities are stored: send them again with the same ids"
                        + (made.isEmpty() ? "" : ", which are here for those that came without one"),
                5,
                cause);
        if (!made.isEmpty()) {
            inDoubt.getBody().setProperty("ids", made);
        }
        return inDoubt;
    }
}
