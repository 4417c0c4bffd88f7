package io.portcullis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Spring's strict firewall, but for what identifiers in a path may hold when it is encoded: they are opaque, so an
 * encoded separator is a part of one. That is safe because nobody decodes a path before it is cut at its slashes: not
 * Tomcat, which passes separators through, and neither the rules of who may make which call nor the controllers, which
 * match a path by the same segments. What is not encoded is refused as ever.
 */
final class IdentifierFirewall implements HttpFirewall {

    /** The calls that have identifiers. */
    private static final String CALLS = "/v1/";

    /** A slash, a semicolon, a backslash, a percent sign. */
    private static final List<String> ENCODED = List.of("%2f", "%3b", "%5c", "%25");

    private final StrictHttpFirewall strict = new StrictHttpFirewall();
    private final StrictHttpFirewall opaque = new StrictHttpFirewall();

    IdentifierFirewall() {
        opaque.getEncodedUrlBlocklist().removeIf(IdentifierFirewall::isOfIdentifiers);
        // Tomcat has decoded these two, having cut off all that stood behind a bare semicolon.
        opaque.getDecodedUrlBlocklist().removeIf(text -> isOfIdentifiers(text) || text.equals(";") || text.equals("%"));
    }

    private static boolean isOfIdentifiers(String text) {
        return ENCODED.stream().anyMatch(text.toLowerCase(Locale.ROOT)::startsWith);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        StrictHttpFirewall firewall = request.getRequestURI().startsWith(CALLS) ? opaque : strict;
        return firewall.getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }
}
