package io.portcullis.store;

import io.portcullis.domain.event.Decided;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads every event of a log whose server is stopped, and changes nothing. */
public final class LogExamination implements AutoCloseable {

    private static final int CHUNK = 1_000;

    private final EventTable table;
    private final @Nullable Path file;

    private LogExamination(EventTable table, @Nullable Path file) {
        this.table = table;
        this.file = file;
    }

    /**
     * Of the H2 file in a data folder.
     *
     * @throws StoreException when there is none, or a server has it
     */
    public static LogExamination of(Path folder) {
        return new LogExamination(EventTable.in(folder), Database.logFileIn(folder));
    }

    /**
     * Of a PostgreSQL database.
     *
     * @throws StoreException when a server uses it
     */
    public static LogExamination of(String url) {
        return new LogExamination(EventTable.at(url), null);
    }

    /** The last position, for a look at how far it is; 0 when it cannot be told. */
    public long end() {
        return table.end();
    }

    /**
     * Examines all of it.
     *
     * @param atLeast a position that the log once had; 0 when none is known
     * @param progress told the positions that have been read
     * @throws StoreException when the file cannot be read at all
     */
    public LogCondition examine(long atLeast, LongConsumer progress) {
        List<String> findings = new ArrayList<>();
        try (FoundEvents found = file == null ? null : FoundEvents.in(file)) {
            if (table.closed() != null) {
                findings.add("the database cannot be opened: " + Causes.root(table.closed()));
                long whole = found == null ? 0 : found.behind(0);
                return new LogCondition(found == null ? 0 : found.last(), whole, 0, findings);
            }
            return read(found, atLeast, findings, progress);
        } catch (IOException e) {
            throw new StoreException("the file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private LogCondition read(@Nullable FoundEvents found, long atLeast, List<String> findings, LongConsumer progress) {
        long end = end();
        Positions damaged = new Positions();
        String reason = "";
        for (long from = 1; from <= end; from += CHUNK) {
            long to = Math.min(end, from + CHUNK - 1);
            Map<Long, Decided> good = new HashMap<>();
            Throwable failure = table.read(from, to, good);
            if (failure != null && reason.isEmpty()) {
                reason = ": " + Causes.root(failure);
            }
            for (long position = from; position <= to; position++) {
                if (!good.containsKey(position)) {
                    damaged.add(position);
                }
            }
            progress.accept(to);
        }
        long good = end - damaged.count();
        if (!damaged.isEmpty()) {
            findings.add("no good event at " + damaged + (reason.isEmpty() ? ": missing" : reason));
        }
        if (found != null && found.last() > end) {
            findings.add("the log ends at position " + end + ", but its file has " + found.behind(end)
                    + " events behind that, up to " + found.last());
        } else if (atLeast > end) {
            findings.add("the log ends at position " + end + ", but the checkpoint is of position " + atLeast);
        }
        if (damaged.isEmpty()) {
            examineRest(end, findings);
        }
        return new LogCondition(end, good, damaged.isEmpty() ? end : damaged.first() - 1, findings);
    }

    private void examineRest(long end, List<String> findings) {
        try {
            table.requireIdentifiers(end);
        } catch (SQLException | RuntimeException | Error e) {
            findings.add("the index of identifiers is damaged, no event is: " + Causes.root(e));
        }
        try {
            table.requireOtherTables();
        } catch (SQLException | RuntimeException | Error e) {
            findings.add("the keys of clients cannot be read: " + Causes.root(e));
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
