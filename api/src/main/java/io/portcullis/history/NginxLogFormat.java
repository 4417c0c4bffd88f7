package io.portcullis.history;

import static nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser.FORMAT_NO_SPACE_STRING;
import static nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser.FORMAT_STRING;

import java.util.List;
import nl.basjes.parse.core.Dissector;
import nl.basjes.parse.httpdlog.NginxHttpdLogFormatDissector;
import nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenParser;
import org.jspecify.annotations.Nullable;

/** A {@code log_format} of nginx. It has two variables of its own: {@code $word}, and {@code $any} for any text. */
final class NginxLogFormat extends NginxHttpdLogFormatDissector {

    private static final long serialVersionUID = 1L;

    /** With a fraction, as load balancers write it, and with Z. */
    private static final String ISO_8601 = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2})";

    NginxLogFormat(String format) {
        super(format);
    }

    @Override
    public Dissector getNewInstance() {
        return new NginxLogFormat(getLogFormat());
    }

    @Override
    protected List<TokenParser> createAllTokenParsers() {
        List<TokenParser> tokens = super.createAllTokenParsers();
        // The library's expression for addresses tries endless ways to read one, and what it finds need be none.
        tokens.add(LenientToken.of("$remote_addr", "connection.client.host", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(
                LenientToken.of("$proxy_protocol_addr", "connection.client.proxy.host", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(
                LenientToken.of("$realip_remote_addr", "nginxmodule.realip.remote_addr", "IP", FORMAT_NO_SPACE_STRING));
        tokens.add(LenientToken.of("$server_addr", "connection.server.ip", "IP", FORMAT_NO_SPACE_STRING));
        // All of these may have blanks, or be absent.
        tokens.add(LenientToken.of(
                "$proxy_add_x_forwarded_for", "nginxmodule.proxy.add_x_forwarded_for", "STRING", FORMAT_STRING));
        tokens.add(LenientToken.of("$remote_user", "connection.client.user", "STRING", FORMAT_STRING));
        tokens.add(LenientToken.of("$http_referer", "request.referer", "HTTP.URI", FORMAT_STRING));
        tokens.add(LenientToken.of("$request_uri", "request.firstline.uri", "HTTP.URI", FORMAT_STRING));
        tokens.add(LenientToken.of("$gzip_ratio", "gzip_ratio", "STRING", FORMAT_STRING));
        tokens.add(LenientToken.family("\\$(upstream_[a-z0-9_]*)", "upstream.", "STRING", FORMAT_STRING));
        tokens.add(LenientToken.of("$time_iso8601", "request.receive.time", "TIME.ISO8601", ISO_8601));
        tokens.add(LenientToken.of("$word", "word", "STRING", FORMAT_NO_SPACE_STRING));
        tokens.add(LenientToken.of("$any", "any", "STRING", FORMAT_STRING));
        return tokens;
    }

    @Override
    public @Nullable String decodeExtractedValue(String field, @Nullable String value) {
        return LenientToken.text(value);
    }
}
