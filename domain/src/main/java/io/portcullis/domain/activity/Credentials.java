package io.portcullis.domain.activity;

import java.util.List;

/**
 * Removes credentials from a text: JSON web tokens, the keys of well-known services, and what follows {@code Bearer}
 * and {@code Basic}.
 */
final class Credentials {

    static final String REMOVED = "[removed]";

    /** @param shortest characters that follow the prefix */
    private record Kind(String prefix, int shortest) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("eyJ", 30),
            new Kind("sk_live_", 10),
            new Kind("sk_test_", 10),
            new Kind("rk_live_", 10),
            new Kind("rk_test_", 10),
            new Kind("whsec_", 16),
            new Kind("sk-", 20),
            new Kind("AKIA", 16),
            new Kind("ASIA", 16),
            new Kind("ghp_", 20),
            new Kind("gho_", 20),
            new Kind("ghu_", 20),
            new Kind("ghs_", 20),
            new Kind("ghr_", 20),
            new Kind("github_pat_", 20),
            new Kind("glpat-", 16),
            new Kind("xoxb-", 10),
            new Kind("xoxp-", 10),
            new Kind("xoxa-", 10),
            new Kind("xoxs-", 10),
            new Kind("AIza", 30),
            new Kind("ya29.", 20),
            new Kind("GOCSPX-", 16),
            new Kind("npm_", 30),
            new Kind("hf_", 30));

    private static final List<String> SCHEMES = List.of("Bearer ", "Basic ");

    private Credentials() {}

    /** The text itself if it has none. */
    static String remove(String text) {
        if (text.length() < 12) {
            return text;
        }
        StringBuilder kept = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!mayBegin(text.charAt(i)) || i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
                continue;
            }
            int end = endOfCredential(text, i);
            if (end > 0) {
                kept = kept == null ? new StringBuilder() : kept;
                kept.append(text, copied, i).append(REMOVED);
                copied = end;
                i = end - 1;
            }
        }
        return kept == null ? text : kept.append(text, copied, text.length()).toString();
    }

    private static boolean mayBegin(char c) {
        return switch (c) {
            case 'e', 's', 'r', 'w', 'A', 'g', 'x', 'y', 'G', 'n', 'h', 'B', 'b' -> true;
            default -> false;
        };
    }

    /** Behind the credential that begins here, 0 if none does. */
    private static int endOfCredential(String text, int at) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
                int start = at + scheme.length();
                int end = endOfToken(text, start);
                return end - start >= 8 && !isWord(text, start, end) ? end : 0;
            }
        }
        for (Kind kind : KINDS) {
            if (text.startsWith(kind.prefix, at)) {
                int end = endOfToken(text, at);
                return end - at - kind.prefix.length() >= kind.shortest ? end : 0;
            }
        }
        return 0;
    }

    private static int endOfToken(String text, int from) {
        int end = from;
        while (end < text.length() && isOfToken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfToken(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~+/=".indexOf(c) >= 0;
    }

    /** "Basic authentication" has no credential in it. */
    private static boolean isWord(String text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            char c = text.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }
}
