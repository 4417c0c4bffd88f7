package io.portcullis.http;

import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.intake.Overloaded;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

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

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e.getPropertyName() == null ? "a parameter" : e.getPropertyName();
        boolean number = e.getRequiredType() != null
                && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(e.getRequiredType()));
        String detail = name + ": must be " + (number ? "one whole number" : "one value of its kind");
        return handleExceptionInternal(e, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "the body is not the JSON that this call takes";
        if (e.getCause() instanceof JacksonException wrong) {
            String field = wrong.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            detail = field.isEmpty() ? detail : field + ": is of the wrong type";
        }
        return handleExceptionInternal(e, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
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
