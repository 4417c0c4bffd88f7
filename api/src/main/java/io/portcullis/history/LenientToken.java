package io.portcullis.history;

import static nl.basjes.parse.core.Casts.STRING_ONLY;

import nl.basjes.parse.httpdlog.dissectors.tokenformat.NamedTokenParser;
import nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser;
import org.jspecify.annotations.Nullable;

/** What a format names, read more leniently than by the library: no client may hide by what it writes. */
final class LenientToken {

    /** Stronger than the library's own. */
    private static final int OVERRIDES = 20;

    private LenientToken() {}

    static TokenParser of(String written, String name, String type, String regex) {
        return new TokenParser(written, name, type, STRING_ONLY, regex, OVERRIDES);
    }

    /** @param written an expression, whose group becomes the end of the name */
    static TokenParser family(String written, String name, String type, String regex) {
        return new NamedTokenParser(written, name, type, STRING_ONLY, regex, OVERRIDES);
    }

    /** Whatever else a format may name. */
    static TokenParser others(String written, String regex) {
        return new NamedTokenParser(written, "unknown.", "UNKNOWN", STRING_ONLY, regex, -OVERRIDES);
    }

    /** The text of a field; null when the server wrote that there is none. */
    static @Nullable String text(@Nullable String value) {
        return value == null || value.equals("-") ? null : LogText.decode(value);
    }
}
