package io.portcullis.rules.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as servers understand it, so that one endpoint has one spelling: percent-coding is decoded once, matrix
 * parameters, empty segments, the slash, blanks and NULs at the end are left out, {@code .} and {@code ..} are followed, and of an
 * absolute URL the path is taken. What stands behind {@code ?} or {@code #} is no part of it.
 */
public final class CanonicalPath {

    private CanonicalPath() {}

    /** Without a query; the text itself where nothing is to be done. */
    public static String of(String raw) {
        int end = end(raw);
        return isCanonical(raw, end) ? raw.substring(0, end) : canonical(raw.substring(0, end));
    }

    private static int end(String raw) {
        int end = 0;
        while (end < raw.length() && raw.charAt(end) != '?' && raw.charAt(end) != '#') {
            end++;
        }
        return end;
    }

    private static boolean isCanonical(String path, int end) {
        if (end == 0 || path.charAt(0) != '/') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            boolean dotted = c == '.' && path.charAt(i - 1) == '/';
            boolean doubled = c == '/' && i > 0 && path.charAt(i - 1) == '/';
            if (c == '%' || c == ';' || c == '\\' || c <= ' ' || dotted || doubled) {
                return false;
            }
        }
        return end == 1 || path.charAt(end - 1) != '/';
    }

    private static String canonical(String raw) {
        String path = withoutOrigin(raw);
        if (!path.startsWith("/")) {
            // No path at all: what is no HTTP stays as it came.
            return path;
        }
        List<String> segments = new ArrayList<>();
        String[] parts = decoded(path).replace('\\', '/').split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            String segment = stripped(withoutMatrix(parts[i]).replace("\0", ""));
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String withoutOrigin(String raw) {
        int scheme = raw.indexOf("://");
        if (!(raw.regionMatches(true, 0, "http://", 0, 7) || raw.regionMatches(true, 0, "https://", 0, 8))) {
            return raw;
        }
        int path = raw.indexOf('/', scheme + 3);
        return path < 0 ? "/" : raw.substring(path);
    }

    /** Without blanks of any kind, the no-break space among them. */
    private static String stripped(String segment) {
        int from = 0;
        int to = segment.length();
        while (from < to && isBlank(segment.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(segment.charAt(to - 1))) {
            to--;
        }
        return segment.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }

    private static String withoutMatrix(String segment) {
        int matrix = segment.indexOf(';');
        return matrix < 0 ? segment : segment.substring(0, matrix);
    }

    /** Once, as UTF-8; what is no valid code stays. */
    static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int size = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                bytes[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[size++] = bytes[i];
            }
        }
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
