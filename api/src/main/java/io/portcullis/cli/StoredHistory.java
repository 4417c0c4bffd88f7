package io.portcullis.cli;

import io.portcullis.domain.event.Decided;
import io.portcullis.replay.Entry;
import io.portcullis.store.EventLog;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The log that a server, now stopped, left in its data folder: each activity with what was decided of it. */
final class StoredHistory implements ReplayedHistory {

    private final Path folder;
    private final EventLog log;
    private final long end;
    private final Stream<Decided> stream;
    private final Iterator<Decided> decided;
    private volatile long read;

    StoredHistory(Path folder) {
        this.folder = folder;
        this.log = EventLog.openReadOnly(folder);
        this.end = log.lastPosition();
        this.stream = log.stream(0);
        this.decided = stream.iterator();
    }

    @Override
    public @Nullable Entry next() {
        if (!decided.hasNext()) {
            return null;
        }
        Decided next = decided.next();
        read = next.decision().position();
        return new Entry(next.activity(), next.decision());
    }

    @Override
    public List<String> names() {
        return List.of(folder.toString());
    }

    @Override
    public Progress progress() {
        return Progress.count("replay", end, () -> read);
    }

    @Override
    public long skipped() {
        return 0;
    }

    @Override
    public long duplicates() {
        return 0;
    }

    @Override
    public void close() {
        stream.close();
        log.close();
    }
}
