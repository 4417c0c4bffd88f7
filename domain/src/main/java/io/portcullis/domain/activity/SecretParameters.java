package io.portcullis.domain.activity;

/** Masks the values of secret parameters in a query, such as {@code ?password=…}. */
final class SecretParameters {

    private static final String MASK = "***";

    private SecretParameters() {}

    /** The text itself if it has none. */
    static String mask(String url) {
        int query = url.indexOf('?');
        if (query < 0 || url.indexOf('=', query) < 0) {
            return url;
        }
        StringBuilder masked = null;
        int copied = 0;
        int from = query + 1;
        while (from < url.length()) {
            int to = end(url, from);
            int equals = url.indexOf('=', from);
            if (equals > 0
                    && equals + 1 < to
                    && SecretNames.contains(url.substring(from, equals))
                    && !url.regionMatches(equals + 1, MASK, 0, to - equals - 1)) {
                masked = masked == null ? new StringBuilder(url.length()) : masked;
                masked.append(url, copied, equals + 1).append(MASK);
                copied = to;
            }
            from = to + 1;
        }
        return masked == null ? url : masked.append(url, copied, url.length()).toString();
    }

    private static int end(String url, int from) {
        int end = from;
        while (end < url.length() && "&;#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
