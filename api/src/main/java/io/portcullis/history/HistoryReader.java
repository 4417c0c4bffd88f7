package io.portcullis.history;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.InvalidActivity;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the activities of several sources, one source after the other, line by line. A malformed line is told to whom it
 * concerns, skipped and counted. One thread reads; {@link #bytesRead} may be asked by any.
 */
public final class HistoryReader implements Closeable {

    private final Deque<HistorySource> sources;
    private final LineFormat format;
    private final Consumer<MalformedLine> malformed;
    private final ReadBytes bytes = new ReadBytes();
    private long skipped;
    private @Nullable Open open;

    public HistoryReader(List<HistorySource> sources, LineFormat format, Consumer<MalformedLine> malformed) {
        this.sources = new ArrayDeque<>(sources);
        this.format = format;
        this.malformed = malformed;
    }

    private record Open(HistorySource source, Lines lines, LineId id, LineParser parser) {

        static Open of(HistorySource source, LineFormat format, ReadBytes bytes) throws IOException {
            LineId id = new LineId(source.stem());
            return new Open(source, source.open(bytes), id, format.parser(id));
        }
    }

    /** The next activity; null at the end of the last source. */
    public @Nullable Activity next() throws IOException {
        while (true) {
            Open current = open;
            if (current == null) {
                HistorySource source = sources.poll();
                if (source == null) {
                    return null;
                }
                open(source);
            } else if (advance(current)) {
                Activity activity = parse(current);
                if (activity != null) {
                    return activity;
                }
            } else {
                current.lines().close();
                open = null;
            }
        }
    }

    private void open(HistorySource source) {
        try {
            open = Open.of(source, format, bytes);
        } catch (IOException e) {
            skip(source, 1, "", "cannot be read: " + e.getMessage());
        }
    }

    /** A source that breaks off, such as a truncated gzip file, must not take the others with it. */
    private boolean advance(Open current) {
        try {
            return current.lines().next();
        } catch (IOException e) {
            skip(current.source(), current.lines().number() + 1, "", "the file breaks off: " + e.getMessage());
            return false;
        }
    }

    private @Nullable Activity parse(Open current) {
        Lines lines = current.lines();
        if (lines.isTooLong()) {
            skip(current.source(), lines.number(), "", "is longer than " + Lines.LONGEST + " bytes");
            return null;
        }
        if (lines.isBlank()) {
            return null;
        }
        current.id().at(lines);
        try {
            return current.parser().parse(lines.buffer(), lines.offset(), lines.length());
        } catch (InvalidActivity e) {
            skip(current.source(), lines.number(), e.field(), e.reason());
            return null;
        }
    }

    private void skip(HistorySource source, long line, String field, String reason) {
        skipped++;
        malformed.accept(new MalformedLine(source.name(), line, field, reason));
    }

    /** Where the last activity is written: {@code file:line}. */
    public String place() {
        return open == null ? "" : open.source().name() + ":" + open.lines().number();
    }

    /** How many lines were malformed so far. */
    public long skipped() {
        return skipped;
    }

    /** How much has been read of the sources as they are stored. */
    public long bytesRead() {
        return bytes.total();
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.lines().close();
            open = null;
        }
    }
}
