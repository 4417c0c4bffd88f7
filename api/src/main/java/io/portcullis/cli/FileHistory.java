package io.portcullis.cli;

import io.portcullis.domain.activity.Activity;
import io.portcullis.history.HistoryReader;
import io.portcullis.history.HistorySource;
import io.portcullis.history.MalformedLine;
import io.portcullis.replay.Entry;
import io.portcullis.replay.UniqueEntries;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files of activities, of which each counts once however often it was sent. All ids are remembered to the end, where a
 * server remembers the last ten million: what was sent again after as many others counts here once, there twice.
 */
final class FileHistory implements ReplayedHistory {

    private final List<String> names;
    private final List<HistorySource> sources;
    private final HistoryReader reader;
    private final UniqueEntries entries;

    FileHistory(HistoryFiles files, Consumer<MalformedLine> malformed) throws IOException {
        this.names = files.names();
        this.sources = files.sources();
        this.reader = files.open(sources, malformed);
        this.entries = new UniqueEntries(() -> {
            Activity activity = reader.next();
            return activity == null ? null : new Entry(activity, null);
        });
    }

    @Override
    public @Nullable Entry next() throws IOException {
        return entries.next();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Progress progress() {
        return Progress.show("replay", HistoryFiles.size(sources), reader::bytesRead);
    }

    @Override
    public long skipped() {
        return reader.skipped();
    }

    @Override
    public long duplicates() {
        return entries.duplicates();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
