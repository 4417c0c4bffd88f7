package io.portcullis.rules.reference;

import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint that a raw path calls: by the catalogue's path templates ({@code /v1/orders/{id}}), else by a word
 * in the path that tells its purpose ({@code /shop/login.php}). All other paths are one endpoint, so that an attacker
 * who makes paths up fills no memory.
 */
public final class EndpointCatalogue {

    /** What an endpoint can be for. */
    public static final Set<String> PURPOSES = Set.of(
            "login",
            "signup",
            "password-reset",
            "token",
            "api-key-create",
            "account",
            "search",
            "listing",
            "detail",
            "cart",
            "checkout",
            "payment",
            "refund",
            "payout",
            "promo",
            "invite",
            "export",
            "admin",
            "static",
            "health");

    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final EndpointProfile OTHER = new EndpointProfile("other", "", "low");

    /** A place in the tree of templates. */
    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private @Nullable Node variable;
        private final Map<String, EndpointProfile> byMethod = new HashMap<>();
    }

    private final Node root = new Node();
    private final Map<String, EndpointProfile> byWord = new HashMap<>();

    EndpointCatalogue(List<EndpointsFile.Template> templates, Map<String, EndpointsFile.Word> words) {
        templates.forEach(this::add);
        words.forEach((word, entry) ->
                byWord.put(word, new EndpointProfile("*/" + word, entry.purpose(), entry.sensitivity())));
    }

    private void add(EndpointsFile.Template template) {
        Node node = root;
        for (String segment : template.path().substring(1).split("/", -1)) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                node.variable = node.variable == null ? new Node() : node.variable;
                node = node.variable;
            } else {
                node = node.children.computeIfAbsent(segment, name -> new Node());
            }
        }
        String method = template.method().toUpperCase(Locale.ROOT);
        node.byMethod.put(
                method,
                new EndpointProfile(method + " " + template.path(), template.purpose(), template.sensitivity()));
    }

    /** The endpoint of a call; {@link EndpointProfile#NONE} when it has no path. */
    public EndpointProfile find(@Nullable String method, @Nullable String path) {
        if (path == null || path.isEmpty()) {
            return EndpointProfile.NONE;
        }
        String[] segments = segments(path);
        String verb = method == null ? "GET" : method.toUpperCase(Locale.ROOT);
        EndpointProfile listed = METHODS.contains(verb) ? find(root, segments, 0, verb) : null;
        return listed != null ? listed : byWord(segments);
    }

    private static String[] segments(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
            end++;
        }
        int start = path.startsWith("/") ? 1 : 0;
        return path.substring(Math.min(start, end), end).split("/", 24);
    }

    private static @Nullable EndpointProfile find(Node node, String[] segments, int depth, String method) {
        if (depth == segments.length) {
            EndpointProfile exact = node.byMethod.get(method);
            return exact != null || !method.equals("HEAD") ? exact : node.byMethod.get("GET");
        }
        Node child = node.children.get(segments[depth]);
        EndpointProfile found = child == null ? null : find(child, segments, depth + 1, method);
        return found != null || node.variable == null ? found : find(node.variable, segments, depth + 1, method);
    }

    private EndpointProfile byWord(String[] segments) {
        for (int i = segments.length - 1; i >= 0; i--) {
            String segment = segments[i].toLowerCase(Locale.ROOT);
            int dot = segment.lastIndexOf('.');
            EndpointProfile found = byWord.get(dot > 0 ? segment.substring(0, dot) : segment);
            if (found != null) {
                return found;
            }
        }
        return OTHER;
    }
}
