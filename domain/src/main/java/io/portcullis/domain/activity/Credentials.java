package io.portcullis.domain.activity;

import java.util.List;

/**
 * Replaces credentials in a text by fingerprints: JSON web tokens, the keys of well-known services, private keys, and
 * what follows {@code Bearer} and {@code Basic}. The beginning that tells their kind stays.
 */
final class Credentials {

    /** Between what stays and a fingerprint; no credential goes on behind it. */
    static final String MARK = "!";

    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final String JWT = "eyJ";

    /** @param shortest characters that follow the prefix */
    private record Kind(String prefix, int shortest) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(JWT, 30),
            new Kind("SG.", 20),
            new Kind("xoxr-", 10),
            new Kind("xapp-", 10),
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

    private static final int SHORTEST = 12;
    private static final int SHORTEST_TOKEN = 8;
    private static final int LONG = 60;

    private static final List<String> SCHEMES = List.of("Bearer ", "Basic ");

    private Credentials() {}

    /** The text itself if it has none. */
    static String replace(String text, Fingerprint fingerprint) {
        if (text.length() < SHORTEST) {
            return text;
        }
        if (text.length() > LONG && text.contains(PRIVATE_KEY)) {
            return PRIVATE_KEY + MARK + fingerprint.of(text);
        }
        StringBuilder kept = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!mayBegin(text.charAt(i)) || i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
                continue;
            }
            int secret = behindPrefix(text, i);
            if (secret > 0) {
                int end = endOfToken(text, secret);
                kept = kept == null ? new StringBuilder() : kept;
                kept.append(text, copied, secret).append(MARK).append(fingerprint.of(text.substring(i, end)));
                copied = end;
                i = end - 1;
            }
        }
        return kept == null ? text : kept.append(text, copied, text.length()).toString();
    }

    private static boolean mayBegin(char c) {
        return switch (c) {
            case 'e', 's', 'r', 'w', 'A', 'S', 'g', 'x', 'y', 'G', 'n', 'h', 'B', 'b' -> true;
            default -> false;
        };
    }

    /** Where the secret of a credential is that begins here, 0 if none does. */
    private static int behindPrefix(String text, int at) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
                int start = at + scheme.length();
                int end = endOfToken(text, start);
                return end - start >= SHORTEST_TOKEN && !isWord(text, start, end) ? start : 0;
            }
        }
        for (Kind kind : KINDS) {
            if (text.startsWith(kind.prefix, at)) {
                int start = at + kind.prefix.length();
                int end = endOfToken(text, start);
                return end - start >= kind.shortest && (!kind.prefix.equals(JWT) || hasThreeParts(text, start, end))
                        ? start
                        : 0;
            }
        }
        return 0;
    }

    /** A cursor or a setting in base64 begins like a token, and has no parts. */
    private static boolean hasThreeParts(String text, int from, int to) {
        int dots = 0;
        for (int i = from; i < to; i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
        }
        return dots >= 2;
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
