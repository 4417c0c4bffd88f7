package io.portcullis.cli;

import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.history.AccessLogFormat;
import io.portcullis.history.HistoryFormat;
import io.portcullis.history.HistoryReader;
import io.portcullis.history.HistorySource;
import io.portcullis.history.LineFormat;
import io.portcullis.history.MalformedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The files of history that a command reads. */
final class HistoryFiles {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "History, in order; - is the standard input. What is compressed with gzip is read as it is.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            description =
                    "ndjson: one activity a line. combined: access logs of Apache httpd and nginx. Default: ndjson.")
    private @Nullable HistoryFormat format;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            converter = LogFormatOption.class,
            description = "Access logs of another format, as the server's configuration has it: the LogFormat of Apache"
                    + " httpd or the log_format of nginx, or one of common, combined, nginx and alb (of AWS)."
                    + " A forwarded address, such as that of $http_x_forwarded_for or %%{X-Forwarded-For}i, is the"
                    + " client's; a time without a zone is UTC. For what is of no use, such as a prefix of syslog: $word,"
                    + " and $any for any text.")
    private @Nullable AccessLogFormat logFormat;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    List<String> names() {
        return files;
    }

    /** All are there before the first is read. */
    List<HistorySource> sources() throws IOException {
        List<HistorySource> sources = new ArrayList<>();
        for (String file : files) {
            sources.add(HistorySource.of(file));
        }
        return sources;
    }

    HistoryReader open(List<HistorySource> sources, Consumer<MalformedLine> malformed) {
        return new HistoryReader(sources, lineFormat(), malformed);
    }

    /** For a server, which masks and checks activities itself. */
    HistoryReader openAsSent(List<HistorySource> sources, Consumer<MalformedLine> malformed) {
        LineFormat format = lineFormat();
        LineFormat asSent =
                format == HistoryFormat.NDJSON ? identifiers -> ActivityReader.ofStored(identifiers)::read : format;
        return new HistoryReader(sources, asSent, malformed);
    }

    private LineFormat lineFormat() {
        if (logFormat == null) {
            return format == null ? HistoryFormat.NDJSON : format;
        }
        if (format == HistoryFormat.NDJSON) {
            throw new ParameterException(spec.commandLine(), "--log-format is for access logs, not for ndjson");
        }
        return logFormat;
    }

    /** Bytes as stored; -1 when it is not known. */
    static long size(List<HistorySource> sources) {
        long total = 0;
        for (HistorySource source : sources) {
            if (source.size() < 0) {
                return -1;
            }
            total += source.size();
        }
        return total;
    }
}
