package io.portcullis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Who calls: the key in {@code Authorization: Bearer KEY}, if it is a good one. */
final class Callers {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    Callers(ApiKeys keys) {
        this.keys = keys;
    }

    Optional<ApiKey> of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? keys.authenticate(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
