package io.portcullis.history;

import static nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser.FORMAT_NO_SPACE_STRING;
import static nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser.FORMAT_STRING;

import java.util.List;
import nl.basjes.parse.core.Dissector;
import nl.basjes.parse.httpdlog.ApacheHttpdLogFormatDissector;
import nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser;
import org.jspecify.annotations.Nullable;

/** A {@code LogFormat} of Apache httpd. */
final class ApacheLogFormat extends ApacheHttpdLogFormatDissector {

    private static final long serialVersionUID = 1L;

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
        tokens.add(LenientToken.of("%a", "connection.client.ip", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(LenientToken.of("%{c}a", "connection.client.peerip", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(LenientToken.of("%A", "connection.server.ip", "IP", FORMAT_NO_SPACE_STRING));
        // May have blanks.
        tokens.add(LenientToken.of("%u", "connection.client.user", "STRING", FORMAT_STRING));
        // Of other modules, such as %{SSL_PROTOCOL}x.
        tokens.add(LenientToken.others("%[<>]?(?:\\{[^}]*\\})?\\^?([a-zA-Z]+?)", FORMAT_STRING));
        return tokens;
    }

    @Override
    public @Nullable String decodeExtractedValue(String field, @Nullable String value) {
        return LenientToken.text(value);
    }
}
