package io.portcullis.history;

import org.jspecify.annotations.Nullable;

/**
 * The first line of an HTTP request, as far as it is one.
 *
 * @param target of what is no HTTP all of it, so that rules see it
 * @param rest all of it, when it is something else: a probe in another protocol; null otherwise
 */
record RequestLine(
        @Nullable String method,
        @Nullable String target,
        @Nullable String rest) {

    private static final RequestLine NONE = new RequestLine(null, null, null);

    static RequestLine of(String line) {
        int space = line.indexOf(' ');
        if (line.isEmpty() || line.equals("-")) {
            return NONE;
        }
        int target = space + 1;
        if (space <= 0 || target == line.length() || !isMethod(line, space)) {
            return new RequestLine(null, line, line);
        }
        int protocol = line.lastIndexOf(" HTTP/");
        // HTTP/0.9 names no protocol.
        int end = protocol >= target ? protocol : line.length();
        return new RequestLine(line.substring(0, space), line.substring(target, end), null);
    }

    private static boolean isMethod(String line, int end) {
        // A load balancer writes - for a method that it could not read.
        if (line.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char character = line.charAt(i);
            if ((character < 'A' || character > 'Z') && character != '-' && character != '_') {
                return false;
            }
        }
        return true;
    }
}
