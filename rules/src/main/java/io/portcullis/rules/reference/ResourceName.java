package io.portcullis.rules.reference;

import io.portcullis.rules.vocabulary.EndpointProfile;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which resource a path names, where the producer does not say: {@code /v1/orders/7011} is about
 * {@code orders/7011}. It is told by the parameters of a template of the catalogue, by segments that look like
 * identifiers, by a slug behind a thing that the catalogue knows, or by a query parameter that is one.
 */
public final class ResourceName {

    private static final Set<String> ASSETS = Set.of(
            "js", "css", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "woff", "woff2", "ttf",
            "eot", "mp4", "webm", "mp3", "ts", "m4s");

    private static final Set<String> NONE_OF = Set.of("static", "health");

    /** Longer ones are made up: no service names its versions like that. */
    private static final int LONGEST_VERSION = 16;

    private static final int LONGEST_ENDING = 5;

    private ResourceName() {}

    /**
     * @param path canonical
     * @param raw with its query
     * @return null where it names none
     */
    public static @Nullable String of(String path, String raw, EndpointProfile endpoint) {
        boolean template = endpoint.id().indexOf('{') >= 0;
        if (NONE_OF.contains(endpoint.purpose()) || !template && ASSETS.contains(ending(path))) {
            return null;
        }
        String[] segments = path.substring(path.startsWith("/") ? 1 : 0).split("/", 24);
        String[] known = template
                ? endpoint.id().substring(endpoint.id().indexOf('/') + 1).split("/", 24)
                : segments;
        int first = -1;
        int last = -1;
        for (int i = 0; i < segments.length; i++) {
            boolean id = template ? i < known.length && known[i].startsWith("{") : isId(segments, i);
            if (id) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first >= 0) {
            return joined(segments, Math.max(0, first - 1), last);
        }
        String slug = slug(segments, endpoint);
        return slug == null
                ? QueryParameter.thatNamesOne(raw)
                        .map(value -> segments[segments.length - 1] + "/" + value)
                        .orElse(null)
                : slug;
    }

    /** With every segment that is numbered in the place of which it names one: {@code /avatar/{}/{}}. */
    public static String template(String path) {
        StringBuilder template = new StringBuilder(path.length());
        String[] segments = path.split("/", 24);
        for (int i = 0; i < segments.length; i++) {
            if (i > 0) {
                template.append('/');
            }
            boolean numbered = hasDigit(segments[i]) && !isVersion(segments[i]);
            template.append(numbered ? "{}" : segments[i]);
        }
        return template.toString();
    }

    private static String joined(String[] segments, int from, int to) {
        StringBuilder name = new StringBuilder(segments[from]);
        for (int i = from + 1; i <= to; i++) {
            name.append('/').append(i == to ? bare(segments[i]) : segments[i]);
        }
        return name.toString();
    }

    private static @Nullable String slug(String[] segments, EndpointProfile endpoint) {
        int last = segments.length - 1;
        if (last < 1 || !endpoint.id().startsWith("*/") || segments[last].isEmpty()) {
            return null;
        }
        boolean detail =
                endpoint.purpose().equals("detail") || endpoint.purpose().equals("listing");
        boolean behindThing = EndpointCatalogue.plain(segments[last - 1])
                .equals(EndpointCatalogue.plain(endpoint.id().substring(2)));
        return detail && behindThing ? segments[last - 1] + "/" + segments[last] : null;
    }

    private static boolean isId(String[] segments, int at) {
        String segment = bare(segments[at]);
        if (!hasDigit(segment) || isVersion(segment)) {
            return false;
        }
        int digits = 0;
        boolean hex = true;
        boolean plain = true;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            digits += digit ? 1 : 0;
            hex &= digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-';
            plain &= digit || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '.';
        }
        if (digits == segment.length()) {
            return !isDate(segments, at);
        }
        return plain && (hex && segment.length() >= 5 || digits >= 2 && segment.length() >= 4);
    }

    /** Without what says how to answer or what to do: {@code 7011.json} and {@code 7011:cancel} are {@code 7011}. */
    private static String bare(String segment) {
        int colon = segment.indexOf(':');
        String name = colon > 0 ? segment.substring(0, colon) : segment;
        int dot = name.lastIndexOf('.');
        boolean ending = dot > 0
                && name.length() - dot - 1 <= LONGEST_ENDING
                && name.length() - dot > 1
                && Character.isLetter(name.charAt(dot + 1));
        return ending ? name.substring(0, dot) : name;
    }

    /** {@code v2}, {@code v1.1} and {@code 2.0}. */
    private static boolean isVersion(String segment) {
        if (segment.length() > LONGEST_VERSION) {
            return false;
        }
        boolean named = segment.startsWith("v");
        boolean dotted = false;
        boolean behindDigit = false;
        for (int i = named ? 1 : 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            boolean dot = c == '.';
            if (dot ? !behindDigit : c < '0' || c > '9') {
                return false;
            }
            dotted |= dot;
            behindDigit = !dot;
        }
        return behindDigit && (named || dotted);
    }

    /** {@code /2026/11/} is when, not which. */
    private static boolean isDate(String[] segments, int at) {
        String segment = segments[at];
        boolean year = segment.length() == 4 && (segment.startsWith("19") || segment.startsWith("20"));
        boolean beforeMonth = at + 1 < segments.length && isShortNumber(segments[at + 1]);
        boolean behindYear = at > 0
                && segment.length() <= 2
                && segments[at - 1].length() == 4
                && (segments[at - 1].startsWith("19") || segments[at - 1].startsWith("20"));
        return year && beforeMonth || behindYear;
    }

    private static boolean isShortNumber(String segment) {
        return !segment.isEmpty() && segment.length() <= 2 && segment.chars().allMatch(Character::isDigit);
    }

    private static boolean hasDigit(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (segment.charAt(i) >= '0' && segment.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static String ending(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 || path.indexOf('/', dot) >= 0
                ? ""
                : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
