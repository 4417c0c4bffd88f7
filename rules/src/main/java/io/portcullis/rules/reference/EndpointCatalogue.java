package io.portcullis.rules.reference;

import io.portcullis.rules.Diagnostic;
import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint that a raw path calls: by the catalogue's path templates ({@code /v1/orders/{id}}), else by a word
 * in the path that tells its purpose ({@code /shop/login.php}), else by the thing that it is about
 * ({@code /shop/products/17}). All other paths are one endpoint, so that an attacker who makes paths up fills no memory.
 */
public final class EndpointCatalogue {

    /** What an endpoint can be for. */
    public static final Set<String> PURPOSES = Set.of(
            "login",
            "mfa",
            "signup",
            "password-reset",
            "credential-change",
            "token",
            "api-key-create",
            "account",
            "search",
            "listing",
            "detail",
            "cart",
            "checkout",
            "order",
            "inventory-hold",
            "payment",
            "refund",
            "payout",
            "promo",
            "invite",
            "referral",
            "message",
            "verification",
            "content",
            "query",
            "inference",
            "upload",
            "webhook",
            "export",
            "admin",
            "static",
            "health",
            "other");

    public static final Set<String> SENSITIVITIES = Set.of("low", "medium", "high");

    public static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Every path that neither template, word nor thing tells anything of. */
    private static final Set<String> LOOKS = Set.of("GET", "HEAD", "OPTIONS");

    public static final EndpointProfile OTHER = new EndpointProfile("other", "", "low");

    /** A place in the tree of templates. */
    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        /** The same by their names in lower case, for servers that take either. */
        private final Map<String, Node> inLowerCase = new HashMap<>();

        @Nullable
        Node child(String segment) {
            Node exact = children.get(segment);
            return exact != null ? exact : inLowerCase.get(segment.toLowerCase(Locale.ROOT));
        }

        private @Nullable Node variable;
        private final Map<String, EndpointProfile> byMethod = new HashMap<>();
    }

    /** A word is no longer than this; what is made up often is. */
    private static final int LONGEST_WORD = 40;

    private final Node root = new Node();
    private final List<EndpointProfile> listed = new ArrayList<>();
    private final Map<String, EndpointProfile> byWord = new LinkedHashMap<>();
    private final Map<String, EndpointProfile> byThing = new LinkedHashMap<>();
    /** Of those that are found by name, what a call is that only looks. */
    private final Map<EndpointProfile, EndpointProfile> looks;

    EndpointCatalogue(EndpointsFile file) {
        file.templates().forEach(this::add);
        file.words().forEach((word, entry) -> byWord.put(plain(word), profile(word, entry)));
        file.things().forEach((word, entry) -> byThing.put(plain(word), profile(word, entry)));
        this.looks = looks(Stream.concat(byWord.values().stream(), byThing.values().stream())
                .distinct()
                .toList());
    }

    /** Who only looks, perhaps again and again whether something is ready, does less harm than who acts. */
    private static Map<EndpointProfile, EndpointProfile> looks(Collection<EndpointProfile> named) {
        Map<EndpointProfile, EndpointProfile> looks = new HashMap<>();
        looks.put(OTHER, OTHER);
        for (EndpointProfile endpoint : named) {
            looks.put(
                    endpoint,
                    endpoint.sensitive() ? new EndpointProfile(endpoint.id(), endpoint.purpose(), "medium") : endpoint);
        }
        return looks;
    }

    private static EndpointProfile profile(String word, EndpointsFile.Word entry) {
        return new EndpointProfile("*/" + word, entry.purpose(), entry.sensitivity());
    }

    /** Reads a catalogue alone; what is wrong with it goes to {@code report}, and it is of no use then. */
    public static EndpointCatalogue read(String file, String text, Consumer<Diagnostic> report) {
        return new EndpointCatalogue(EndpointsFile.read(file, text, report));
    }

    /** The entries in the order of their file: those of templates, then those of words, then those of things. */
    public List<EndpointProfile> entries() {
        return Stream.of(listed, byWord.values(), byThing.values())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** What a word such as {@code refund} or {@code passwordReset} tells by itself. */
    public Optional<EndpointProfile> ofWord(String word) {
        return Optional.ofNullable(byWord.get(plain(word)));
    }

    /** What the name of a thing such as {@code products} tells where no word does. */
    public Optional<EndpointProfile> ofThing(String thing) {
        return Optional.ofNullable(byThing.get(plain(thing)));
    }

    private void add(EndpointsFile.Template template) {
        Node node = root;
        for (String segment : CanonicalPath.of(template.path()).substring(1).split("/", -1)) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                node.variable = node.variable == null ? new Node() : node.variable;
                node = node.variable;
            } else {
                Node child = node.children.computeIfAbsent(segment, name -> new Node());
                node.inLowerCase.putIfAbsent(segment.toLowerCase(Locale.ROOT), child);
                node = child;
            }
        }
        String method = template.method().toUpperCase(Locale.ROOT);
        EndpointProfile profile =
                new EndpointProfile(method + " " + template.path(), template.purpose(), template.sensitivity());
        node.byMethod.put(method, profile);
        listed.add(profile);
    }

    /** The endpoint of a call; {@link EndpointProfile#NONE} when it has no path. */
    public EndpointProfile find(@Nullable String method, @Nullable String path) {
        return path == null || path.isEmpty() ? EndpointProfile.NONE : findCanonical(method, CanonicalPath.of(path));
    }

    /** The same of a path that {@link CanonicalPath} made. */
    public EndpointProfile findCanonical(@Nullable String method, String path) {
        String[] segments = path.substring(path.startsWith("/") ? 1 : 0).split("/", 24);
        String verb = method == null ? "GET" : method.toUpperCase(Locale.ROOT);
        EndpointProfile found = METHODS.contains(verb) ? find(root, segments, 0, verb) : null;
        if (found != null) {
            return found;
        }
        EndpointProfile named = byName(segments);
        return LOOKS.contains(verb) ? looks.getOrDefault(named, named) : named;
    }

    private static @Nullable EndpointProfile find(Node node, String[] segments, int depth, String method) {
        if (depth == segments.length) {
            EndpointProfile exact = node.byMethod.get(method);
            return exact != null || !method.equals("HEAD") ? exact : node.byMethod.get("GET");
        }
        Node child = node.child(segments[depth]);
        EndpointProfile found = child == null ? null : find(child, segments, depth + 1, method);
        return found != null || node.variable == null ? found : find(node.variable, segments, depth + 1, method);
    }

    private EndpointProfile byName(String[] segments) {
        EndpointProfile thing = null;
        for (int i = segments.length - 1; i >= 0; i--) {
            String name = plain(withoutEnding(segments[i]));
            EndpointProfile word = byWord.get(name);
            if (word != null) {
                EndpointProfile webhook = webhook(segments, i);
                return webhook != null
                        ? webhook
                        : withNeighbour(segments, i, name).orElse(word);
            }
            thing = thing == null ? byThing.get(name) : thing;
        }
        return thing == null ? OTHER : thing;
    }

    /** Whoever tells of payments at {@code /webhooks/payments} does not pay. */
    private @Nullable EndpointProfile webhook(String[] segments, int before) {
        for (int i = before - 1; i >= 0; i--) {
            EndpointProfile word = byWord.get(plain(segments[i]));
            if (word != null && word.purpose().equals("webhook")) {
                return word;
            }
        }
        return null;
    }

    /** {@code /password/reset} is {@code password-reset}. */
    private Optional<EndpointProfile> withNeighbour(String[] segments, int i, String name) {
        EndpointProfile after =
                i + 1 < segments.length ? byWord.get(name + plain(withoutEnding(segments[i + 1]))) : null;
        EndpointProfile before = i > 0 ? byWord.get(plain(segments[i - 1]) + name) : null;
        return Optional.ofNullable(after != null ? after : before);
    }

    /** {@code login.php} and {@code login:start} are {@code login}. */
    private static String withoutEnding(String segment) {
        int colon = segment.indexOf(':');
        String name = colon > 0 ? segment.substring(0, colon) : segment;
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** {@code passwordReset}, {@code password_reset} and {@code password-reset} are one word; empty where it can be none. */
    static String plain(String word) {
        if (word.length() > LONGEST_WORD) {
            return "";
        }
        int same = 0;
        while (same < word.length() && isPlain(word.charAt(same))) {
            same++;
        }
        if (same == word.length()) {
            return word;
        }
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c != '-' && c != '_') {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
