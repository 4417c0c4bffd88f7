package io.portcullis.history;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.InvalidActivity;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.basjes.parse.core.Parser;
import nl.basjes.parse.core.exceptions.DissectionFailure;
import nl.basjes.parse.core.exceptions.InvalidDissectorException;
import nl.basjes.parse.core.exceptions.MissingDissectorsException;
import org.jspecify.annotations.Nullable;

/** Reads a line of an operator's own format. */
final class AccessLogParser implements LineParser {

    /** What ends lines for regular expressions, but not in logs: clients write it. */
    private static final Pattern INNER_LINE_ENDS = Pattern.compile("[\\r\\u0085\\u2028\\u2029]");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Parser<LogFields> parser;
    private final LogTime time;
    private final Supplier<String> identifiers;

    AccessLogParser(Parser<LogFields> parser, LogTime time, Supplier<String> identifiers) {
        this.parser = parser;
        this.time = time;
        this.identifiers = identifiers;
    }

    @Override
    public Activity parse(byte[] bytes, int offset, int length) throws InvalidActivity {
        LogFields fields = fields(new String(bytes, offset, length, StandardCharsets.UTF_8));
        AccessLogLine line = new AccessLogLine(
                time.of(fields),
                client(fields),
                fields.get(LogField.USER),
                request(fields),
                number(fields.get(LogField.STATUS)),
                number(fields.get(LogField.BYTES)),
                fields.get(LogField.REFERRER),
                fields.get(LogField.USER_AGENT),
                duration(fields));
        return line.toActivity(identifiers.get());
    }

    private LogFields fields(String line) throws InvalidActivity {
        try {
            return parser.parse(new LogFields(), INNER_LINE_ENDS.matcher(line).replaceAll("\uFFFD"));
        } catch (DissectionFailure e) {
            throw new InvalidActivity("", "does not match the log format");
        } catch (InvalidDissectorException | MissingDissectorsException e) {
            throw new IllegalStateException("was read when the format was", e);
        }
    }

    /** Those forwarded, and then the peer, are one list: what somebody made up does not hide who sent it. */
    private static @Nullable String client(LogFields fields) throws InvalidActivity {
        StringBuilder list = new StringBuilder();
        for (String path : LogField.CLIENT.paths()) {
            String addresses = fields.get(path);
            if (addresses != null) {
                list.append(list.isEmpty() ? "" : ", ").append(addresses);
            }
        }
        return ClientAddress.of(list.toString());
    }

    private static RequestLine request(LogFields fields) {
        String line = fields.get(LogField.REQUEST);
        if (line != null) {
            return RequestLine.of(line);
        }
        String path = fields.get(LogField.PATH);
        String query = fields.get(LogField.QUERY);
        if (path != null && query != null && path.indexOf('?') < 0) {
            path += query.startsWith("?") ? query : "?" + query;
        }
        return new RequestLine(fields.get(LogField.METHOD), path, null);
    }

    private static @Nullable Long duration(LogFields fields) {
        String micros = fields.get(LogField.MICROSECONDS);
        if (micros != null) {
            return Math.round(Double.parseDouble(micros) / 1000);
        }
        String millis = fields.get(LogField.MILLISECONDS);
        if (millis != null) {
            return number(millis);
        }
        String seconds = fields.get(LogField.SECONDS);
        return seconds == null ? null : Long.valueOf(Math.round(Double.parseDouble(seconds) * 1000));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
    }
}
