package io.portcullis.rules.reference;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What browsers send without most of their headers: the question before a call to another site (CORS preflight), the
 * handshake of a WebSocket, a service worker's script, and what they fetch before anybody asked for it.
 */
final class BareRequests {

    private static final Set<String> SIGNS = signs(
            "Access-Control-Request-Method",
            "Access-Control-Request-Headers",
            "Access-Control-Request-Private-Network",
            "Upgrade",
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Sec-WebSocket-Extensions",
            "Sec-WebSocket-Protocol",
            "Service-Worker",
            "Service-Worker-Navigation-Preload",
            "Purpose",
            "Sec-Purpose",
            "X-Purpose",
            "X-Moz");

    private BareRequests() {}

    private static Set<String> signs(String... names) {
        Set<String> signs = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        signs.addAll(List.of(names));
        return signs;
    }

    static boolean isBare(@Nullable String method, List<String> headers) {
        if ("OPTIONS".equalsIgnoreCase(method)) {
            return true;
        }
        for (String header : headers) {
            if (SIGNS.contains(header)) {
                return true;
            }
        }
        return false;
    }
}
