package io.portcullis.history;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import nl.basjes.parse.core.Parser;
import nl.basjes.parse.core.exceptions.InvalidDissectorException;
import nl.basjes.parse.core.exceptions.MissingDissectorsException;
import nl.basjes.parse.httpdlog.HttpdLogFormatDissector;
import nl.basjes.parse.httpdlog.dissectors.tokenformat.TokenFormatDissector;

/** An operator's own format of access logs, as Apache httpd's {@code LogFormat} or nginx's {@code log_format} has it. */
public final class AccessLogFormat implements LineFormat {

    private static final Map<String, String> NAMED = Map.of(
            "common",
            "%h %l %u %t \"%r\" %>s %b",
            "combined",
            "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
            "nginx",
            "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
                    + " \"$http_referer\" \"$http_user_agent\"",
            "alb",
            "$word $time_iso8601 $word $remote_addr $word $word $word $word $status $word $word $bytes_sent"
                    + " \"$request\" \"$http_user_agent\" $any");

    private final Parser<LogFields> parser;
    private final LogTime time;

    private AccessLogFormat(Parser<LogFields> parser, LogTime time) {
        this.parser = parser;
        this.time = time;
    }

    /**
     * @param text common, combined, nginx, alb, a format, or the directive that has it in a server's configuration
     * @throws IllegalArgumentException when its lines would not tell when, who or what; the message is the user's
     */
    public static AccessLogFormat of(String text) {
        String named = NAMED.get(text.toLowerCase(Locale.ROOT));
        String format = named != null ? named : plain(FormatDirective.format(text));
        TokenFormatDissector dissector = dissector(format);
        Set<String> outputs = new LinkedHashSet<>(dissector.getPossibleOutput());
        LogTime time = LogTime.find(format, outputs);
        if (time == null) {
            throw refusal("it names no time, such as %t or $time_local");
        }
        if (!names(outputs, LogField.REQUEST) && !names(outputs, LogField.PATH)) {
            throw refusal("it names no request, such as %r or $request");
        }
        if (!names(outputs, LogField.CLIENT) && !names(outputs, LogField.USER)) {
            throw refusal("it names neither the client's address nor the user, such as %h or $remote_addr");
        }
        return new AccessLogFormat(parser(dissector, outputs, time), time);
    }

    /** As a line of the log would have it: without what quotes a format in a file of configuration. */
    private static String plain(String text) {
        return text.replace("\\\"", "\"")
                .replace("\\t", "\t")
                // Nothing stands between these three that would tell where one ends.
                .replace("$uri$is_args$args", "$request_uri");
    }

    private static TokenFormatDissector dissector(String format) {
        if (format.indexOf('$') >= 0) {
            return new NginxLogFormat(NginxVariables.spell(format));
        }
        if (format.indexOf('%') >= 0) {
            return new ApacheLogFormat(format);
        }
        throw refusal(
                "it names no field: Apache's begin with % and nginx's with $; by name there are alb, combined, common"
                        + " and nginx. Quote it with ' for the shell, which replaces $names in \"");
    }

    private static boolean names(Set<String> outputs, LogField field) {
        return field.paths().stream().anyMatch(outputs::contains);
    }

    private static Parser<LogFields> parser(TokenFormatDissector dissector, Set<String> outputs, LogTime time) {
        Parser<LogFields> parser = new Parser<>(LogFields.class);
        parser.addDissector(dissector).setRootType(HttpdLogFormatDissector.INPUT_TYPE);
        try {
            for (LogField field : LogField.values()) {
                for (String path : field.paths()) {
                    if (outputs.contains(path)) {
                        parser.addParseTarget("set", Parser.SetterPolicy.NOT_EMPTY, path);
                    }
                }
            }
            for (String path : time.paths()) {
                parser.addParseTarget("set", Parser.SetterPolicy.NOT_EMPTY, path);
            }
            // Else it would be made ready with the first line, when it is late to complain.
            parser.getAllCasts();
            return parser;
        } catch (MissingDissectorsException
                | InvalidDissectorException
                | PatternSyntaxException
                | NoSuchMethodException e) {
            throw new IllegalArgumentException("it cannot be read: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refusal(String reason) {
        return new IllegalArgumentException(reason);
    }

    @Override
    public LineParser parser(Supplier<String> identifiers) {
        return new AccessLogParser(parser, time, identifiers);
    }
}
