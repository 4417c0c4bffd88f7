package io.portcullis.rules.reference;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a path that nobody calls in earnest: the look for a forgotten administration page, a secret, a backup, a
 * vulnerable plug-in, or an attempt at injection or traversal.
 */
public final class ProbeCatalogue {

    /** What a probe can look for. */
    public static final Set<String> KINDS =
            Set.of("admin", "secret", "backup", "shell", "plugin", "enumeration", "injection", "traversal");

    /** Those that are an attack whether they find something or not. */
    private static final Set<String> ALWAYS = Set.of("injection", "traversal");

    private static final int LONGEST_LOOKED_AT = 2048;

    /** What the server answers who asks for what is not there, or not his. No expired session, no outage. */
    private static final Set<Integer> NOT_FOUND = Set.of(400, 403, 404, 405, 410);

    private final Map<String, String> bySegment = new HashMap<>();
    private final Map<String, String> byEnding = new HashMap<>();
    private final List<Text> texts = new ArrayList<>();

    private record Text(String text, String kind) {}

    ProbeCatalogue(ProbesFile file) {
        file.segments().forEach((kind, all) -> all.forEach(segment -> bySegment.put(segment, kind)));
        file.endings().forEach((kind, all) -> all.forEach(ending -> byEnding.put(ending, kind)));
        file.texts().forEach((kind, all) -> all.forEach(text -> texts.add(new Text(text, kind))));
    }

    /**
     * What the call probes for; empty when it probes for nothing. A page that is there is no probe, unless the path
     * itself is an attack; nor is one that somebody has to log in for anew.
     */
    public String find(@Nullable String path, @Nullable Integer status) {
        if (path == null || path.isEmpty()) {
            return "";
        }
        boolean failed = status != null && NOT_FOUND.contains(status);
        String looked = path.substring(0, Math.min(path.length(), LONGEST_LOOKED_AT));
        String kind = isPlain(looked) ? "" : byText(decoded(looked));
        if (kind.isEmpty() && failed) {
            kind = byName(CanonicalPath.of(looked));
        }
        return failed || ALWAYS.contains(kind) ? kind : "";
    }

    /** Most paths hold nothing that an attack text could begin with. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '-' && c <= '9' || c == '_';
            if (!plain || c == '.' && i > 0 && path.charAt(i - 1) == '.') {
                return false;
            }
        }
        return true;
    }

    /** As {@code phpmyadmin-2} and {@code pma2016} mean the page without it. */
    private static String withoutNumber(String segment) {
        int end = segment.length();
        while (end > 0 && segment.charAt(end - 1) >= '0' && segment.charAt(end - 1) <= '9') {
            end--;
        }
        boolean joined = end > 0 && end < segment.length() && "-_".indexOf(segment.charAt(end - 1)) >= 0;
        return segment.substring(0, joined ? end - 1 : end);
    }

    private static String decoded(String path) {
        try {
            String once = URLDecoder.decode(path, StandardCharsets.UTF_8);
            return once.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return path.toLowerCase(Locale.ROOT);
        }
    }

    private String byText(String path) {
        for (Text text : texts) {
            if (path.contains(text.text())) {
                return text.kind();
            }
        }
        return "";
    }

    private String byName(String path) {
        int query = path.indexOf('?');
        String[] segments = (query < 0 ? path : path.substring(0, query))
                .toLowerCase(Locale.ROOT)
                .split("/", 24);
        for (String segment : segments) {
            String kind = bySegment.get(segment);
            if (kind == null) {
                kind = bySegment.get(withoutNumber(segment));
            }
            if (kind != null) {
                return kind;
            }
        }
        String last = segments[segments.length - 1];
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : byEnding.getOrDefault(last.substring(dot), "");
    }
}
