package io.portcullis.rules.reference;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What browsers send without most of their headers: the question before a call to another site (CORS preflight), the
 * handshake of a WebSocket, a service worker's script, and what they fetch before anybody asked for it.
 */
final class BareRequests {

    /** In lower case. */
    private static final Set<String> SIGNS = Set.of(
            "access-control-request-method",
            "access-control-request-headers",
            "access-control-request-private-network",
            "upgrade",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-extensions",
            "sec-websocket-protocol",
            "service-worker",
            "service-worker-navigation-preload",
            "purpose",
            "sec-purpose",
            "x-purpose",
            "x-moz");

    private BareRequests() {}

    static boolean isBare(@Nullable String method, List<String> headers) {
        if ("OPTIONS".equalsIgnoreCase(method)) {
            return true;
        }
        for (String header : headers) {
            if (SIGNS.contains(header.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
