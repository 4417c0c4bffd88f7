package io.portcullis.cli;

import io.portcullis.history.HistoryFormat;
import io.portcullis.history.HistoryReader;
import io.portcullis.history.HistorySource;
import io.portcullis.history.MalformedLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of history that a command reads. */
final class HistoryFiles {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "History, in order; - is the standard input. What is compressed with gzip is read as it is.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            defaultValue = "ndjson",
            description =
                    "ndjson: one activity a line. combined: access logs of Apache httpd and nginx. Default: ndjson.")
    private HistoryFormat format = HistoryFormat.NDJSON;

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
        return new HistoryReader(sources, format, malformed);
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
