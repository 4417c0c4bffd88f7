package io.portcullis.admission;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Why a call is not let in.
 *
 * @param detail fixed text, which needs no escapes in JSON; null when the status says all
 */
public record Refused(int status, @Nullable String detail) {

    /** No key, or a bad one. */
    public static final Refused NO_KEY =
            new Refused(HttpStatus.UNAUTHORIZED.value(), "send a valid key as 'Authorization: Bearer KEY'");

    static Refused overloaded(String detail) {
        return new Refused(HttpStatus.TOO_MANY_REQUESTS.value(), detail);
    }

    /** Writes a problem detail of RFC 9457. */
    public void write(HttpServletResponse response) throws IOException {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        byte[] problem = (detail == null
                        ? "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(title, status)
                        : "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                                .formatted(title, status, detail))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (known == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (known == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
