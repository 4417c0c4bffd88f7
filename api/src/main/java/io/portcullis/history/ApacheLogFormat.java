package io.portcullis.history;

import static nl.basjes.parse.core.Casts.STRING_ONLY;
import static nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser.FORMAT_NO_SPACE_STRING;
import static nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser.FORMAT_STRING;

import java.util.List;
import nl.basjes.parse.core.Dissector;
import nl.basjes.parse.httpdlog.ApacheHttpdLogFormatDissector;
import nl.basjes.parse.httpdlog.dissectors.tokenformat.NamedTokenParser;
import nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser;
import org.jspecify.annotations.Nullable;

/** A {@code LogFormat} of Apache httpd, read more leniently than by the library: no client may hide by what it writes. */
final class ApacheLogFormat extends ApacheHttpdLogFormatDissector {

    private static final long serialVersionUID = 1L;

    /** Stronger than the library's own, and weaker. */
    private static final int OVERRIDES = 20;

    private static final int LAST_RESORT = -20;

    ApacheLogFormat(String format) {
        super(format);
    }

    @Override
    public Dissector getNewInstance() {
        return new ApacheLogFormat(getLogFormat());
    }

    @Override
    protected List<TokenParser> createAllTokenParsers() {
        List<TokenParser> tokens = super.createAllTokenParsers();
        // The library's expression for addresses tries endless ways to read one, and what it finds need be none.
        tokens.add(token("%a", "connection.client.ip", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(token("%{c}a", "connection.client.peerip", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(token("%A", "connection.server.ip", "IP", FORMAT_NO_SPACE_STRING));
        // May have blanks.
        tokens.add(token("%u", "connection.client.user", "STRING", FORMAT_STRING));
        // Of other modules, such as %{SSL_PROTOCOL}x.
        tokens.add(new NamedTokenParser(
                "%[<>]?(?:\\{[^}]*\\})?\\^?([a-zA-Z]+?)",
                "unknown.", "UNKNOWN", STRING_ONLY, FORMAT_STRING, LAST_RESORT));
        return tokens;
    }

    private static TokenParser token(String directive, String name, String type, String regex) {
        return new TokenParser(directive, name, type, STRING_ONLY, regex, OVERRIDES);
    }

    @Override
    public @Nullable String decodeExtractedValue(String field, @Nullable String value) {
        return value == null || value.equals("-") ? null : LogText.decode(value);
    }
}
