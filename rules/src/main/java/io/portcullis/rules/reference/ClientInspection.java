package io.portcullis.rules.reference;

import io.portcullis.domain.activity.App;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.rules.vocabulary.ClientConduct;
import io.portcullis.rules.vocabulary.ClientKind;
import io.portcullis.rules.vocabulary.ClientProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a program says of itself against the rest of the activity. What contradicts itself:
 *
 * <ul>
 *   <li>A Chrome, Edge or Opera on a computer or an Android phone that lists headers, but no {@code sec-ch-ua}, which
 *       they have sent for years, nor one of {@code sec-fetch-}: workers, and browsers that keep to themselves what
 *       they are, leave out the former alone. Not over plain http, where no browser sends either; not from inside an
 *       app, nor on iOS, where every browser is a Safari.
 *   <li>A Firefox or Safari with {@code sec-ch-ua}: neither has ever sent it.
 *   <li>A Safari from 6 on, on Windows: the last there was 5.
 *   <li>An Internet Explorer anywhere but on Windows.
 *   <li>An iOS app on Android or Windows, an Android app on iOS or Windows, by their user agents.
 *   <li>A server, by its app, with a browser's user agent.
 * </ul>
 *
 * <p>What is not there says nothing in {@linkplain BareRequests bare requests}, nor where a {@code Via} tells of a
 * proxy, which may have taken it out. All of it is what forgers overlook; what they do not overlook is not found here.
 */
public final class ClientInspection {

    private static final String CLIENT_HINTS = "sec-ch-ua";
    private static final String FETCH_METADATA = "sec-fetch-";

    /** By family, the first version that surely sends client hints. */
    private static final Map<String, Integer> HINTS_SINCE =
            Map.of("Chrome", 89, "Chrome Mobile", 89, "Edge", 90, "Edge Mobile", 90, "Opera", 76);

    /** Televisions, consoles and the like have browsers of their own. */
    private static final Set<String> USUAL_SYSTEMS =
            Set.of("Windows", "Mac OS X", "Linux", "Ubuntu", "Chrome OS", "Android");

    private static final Set<String> NEVER_HINT = Set.of("Firefox", "Firefox Mobile", "Safari", "Mobile Safari");
    private static final int LAST_SAFARI_ON_WINDOWS = 5;
    private static final Set<String> NOT_WINDOWS = Set.of("Mac OS X", "Linux", "Ubuntu", "Chrome OS", "Android", "iOS");

    private final Map<ClientKind, List<String>> headersOfKind;
    private final boolean secure;
    private final Set<String> crawlers;

    /** @param crawlers whose addresses are known */
    ClientInspection(ClientsFile file, Set<String> crawlers) {
        this.headersOfKind = file.headers();
        this.secure = file.secure();
        this.crawlers = crawlers;
    }

    /** @param method of the request; null where the activity is none, or does not say */
    public ClientConduct inspect(
            ClientProfile client, Envelope envelope, @Nullable String method, AddressProfile address) {
        boolean crawler = crawlers.contains(client.crawler()) && address.readable();
        boolean verified = crawler && address.crawlers().contains(client.crawler());
        List<String> headers = envelope.headers();
        boolean contradictory =
                contradictsApp(client, envelope.app()) || contradictsItself(client) || hasAnothers(client, headers);
        int missing = missing(client, headers);
        boolean hintless = lacksHints(client, headers);
        if ((missing > 0 || hintless) && (has(headers, "via") || BareRequests.isBare(method, headers))) {
            missing = 0;
            hintless = false;
        }
        return crawler || contradictory || hintless || missing > 0
                ? new ClientConduct(verified, crawler && !verified, contradictory || hintless, missing)
                : ClientConduct.UNREMARKABLE;
    }

    private int missing(ClientProfile client, List<String> headers) {
        int missing = 0;
        if (!headers.isEmpty()) {
            for (String header : headersOfKind.getOrDefault(client.kind(), List.of())) {
                missing += has(headers, header) ? 0 : 1;
            }
        }
        return missing;
    }

    private static boolean hasAnothers(ClientProfile client, List<String> headers) {
        return client.browser() && NEVER_HINT.contains(client.family()) && has(headers, CLIENT_HINTS);
    }

    private boolean lacksHints(ClientProfile client, List<String> headers) {
        if (!secure || !client.browser() || headers.isEmpty()) {
            return false;
        }
        Integer since = HINTS_SINCE.get(client.family());
        return since != null
                && client.version() >= since
                && USUAL_SYSTEMS.contains(client.os())
                && !has(headers, CLIENT_HINTS)
                && !hasFetchMetadata(headers);
    }

    private static boolean hasFetchMetadata(List<String> headers) {
        for (String header : headers) {
            if (header.regionMatches(true, 0, FETCH_METADATA, 0, FETCH_METADATA.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean contradictsItself(ClientProfile client) {
        return switch (client.family()) {
            case "Safari" -> client.os().equals("Windows") && client.version() > LAST_SAFARI_ON_WINDOWS;
            case "IE" -> NOT_WINDOWS.contains(client.os());
            default -> false;
        };
    }

    private static boolean contradictsApp(ClientProfile client, @Nullable App app) {
        if (app == null || app.platform() == null) {
            return false;
        }
        return switch (app.platform()) {
            case "ios" -> client.os().equals("Android") || client.os().equals("Windows");
            case "android" -> client.os().equals("iOS") || client.os().equals("Windows");
            case "server" -> client.browser();
            default -> false;
        };
    }

    /** Headers have no case. */
    private static boolean has(List<String> headers, String name) {
        for (String header : headers) {
            if (header.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
