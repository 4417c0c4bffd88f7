package io.portcullis.http;

import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.intake.Overloaded;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error is a problem detail of RFC 9457. */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overloaded(Overloaded e) {
        return retry(HttpStatus.TOO_MANY_REQUESTS, Objects.toString(e.getMessage()), e.retryAfterSeconds());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(IntakeUnavailable e) {
        return retry(HttpStatus.SERVICE_UNAVAILABLE, Objects.toString(e.getMessage()), 1);
    }

    private static ResponseEntity<ProblemDetail> retry(HttpStatus status, String detail, int seconds) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** The cause is for the log; it may hold what is none of the client's business. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        LOGGER.error("A call failed", e);
        return ResponseEntity.internalServerError()
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR, "the server failed; its log says why"));
    }
}
