package io.portcullis.replay;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Passes an activity on once, however often it was sent and however long ago. */
public final class UniqueEntries implements EntrySource {

    private final EntrySource source;
    private final SeenIds seen = new SeenIds();
    private volatile long duplicates;

    public UniqueEntries(EntrySource source) {
        this.source = source;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads history.
    public @Nullable Entry next() throws IOException {
        Entry entry = source.next();
        while (entry != null && !seen.add(entry.activity().id())) {
            duplicates++;
            entry = source.next();
        }
        return entry;
    }

    /** How many activities were left out. */
    public long duplicates() {
        return duplicates;
    }
}
