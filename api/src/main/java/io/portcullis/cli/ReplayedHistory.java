package io.portcullis.cli;

import io.portcullis.replay.EntrySource;
import java.io.IOException;
import java.util.List;

/** What {@code replay} takes through the rules. */
sealed interface ReplayedHistory extends EntrySource, AutoCloseable permits FileHistory, StoredHistory {

    /** For the title of a report. */
    List<String> names();

    /** Shows how far it has been read. */
    Progress progress();

    /** Lines that were malformed. */
    long skipped();

    /** Activities that were there before. */
    long duplicates();

    @Override
    void close() throws IOException;
}
