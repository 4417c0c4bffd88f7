package io.portcullis.store;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.event.Decided;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new data folder of a damaged one, which stays as it is. An event is taken from the table where that can be
 * read, and else from wherever its bytes are whole in the file. The new log has no gap, as nothing could be folded behind
 * one: events behind a lost one move up, with the decisions that were made of them.
 */
public final class LogSalvage implements AutoCloseable {

    private static final int CHUNK = 1_000;

    /** Made anew from the log, or of no use without the process that made it. */
    private static final Pattern LEFT_BEHIND = Pattern.compile(
            "portcullis\\..*\\.db|views\\..*|checkpoint(\\.new)?|server\\.lock|compiled-rules|.*\\.temp\\.db");

    private final Path from;
    private final Path to;
    private final EventTable table;
    private final Positions lost = new Positions();
    private final List<String> notes = new ArrayList<>();
    private long kept;

    private LogSalvage(Path from, Path to, EventTable table) {
        this.from = from;
        this.to = to;
        this.table = table;
    }

    /**
     * Of a folder whose server is stopped.
     *
     * @param to a folder that is empty or not there
     * @throws StoreException when the old folder has no log or a server has it, or the new one is not empty
     */
    public static LogSalvage of(Path from, Path to) {
        requireEmpty(to);
        EventTable table = EventTable.in(from);
        try {
            return new LogSalvage(from.toRealPath(), to, table);
        } catch (IOException e) {
            table.close();
            throw new StoreException("cannot use the folder " + from + ": " + e.getMessage(), e);
        }
    }

    /** The last position, for a look at how far it is; 0 when it cannot be told. */
    public long end() {
        return table.end();
    }

    /**
     * Writes the new folder.
     *
     * @param untilDamage whether to leave out the events behind the first lost one
     * @param progress told the positions that are done with
     * @throws StoreException when it cannot be written
     */
    public Salvaged run(boolean untilDamage, LongConsumer progress) {
        try (FoundEvents found = FoundEvents.in(Database.logFileIn(from));
                DataFolder folder = DataFolder.take(to);
                EventLog log = EventLog.open(folder.path())) {
            copyEvents(found, log, untilDamage, progress);
            copyTables(log);
            copyFiles(folder.path());
            return new Salvaged(kept, lost, notes);
        } catch (IOException e) {
            throw new StoreException("the log in " + from + " cannot be salvaged to " + to + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        table.close();
    }

    private static void requireEmpty(Path to) {
        if (!Files.exists(to)) {
            return;
        }
        try (Stream<Path> files = Files.list(to)) {
            if (files.findAny().isPresent()) {
                throw new StoreException("the folder " + to + " is not empty: name a new one", null);
            }
        } catch (IOException e) {
            throw new StoreException("cannot use the folder " + to + ": " + e.getMessage(), e);
        }
    }

    private void copyEvents(FoundEvents found, EventLog log, boolean untilDamage, LongConsumer progress)
            throws IOException {
        long end = Math.max(found.last(), table.end());
        for (long first = 1; first <= end; first += CHUNK) {
            long last = Math.min(end, first + CHUNK - 1);
            Map<Long, Decided> good = new HashMap<>();
            boolean partial = table.closed() == null && table.tryToRead(first, last, good) != null;
            List<Decided> batch = new ArrayList<>();
            for (long position = first; position <= last; position++) {
                Decided event = good.get(position);
                if (event == null) {
                    event = search(found, position, partial).orElse(null);
                }
                if (event == null || untilDamage && !lost.isEmpty()) {
                    lost.add(position);
                } else {
                    kept++;
                    batch.add(at(kept, event));
                }
            }
            if (!batch.isEmpty()) {
                log.append(batch);
            }
            progress.accept(last);
        }
    }

    private Optional<Decided> search(FoundEvents found, long position, boolean partial) throws IOException {
        Optional<Decided> whole = found.find(position);
        if (whole.isPresent() || !partial) {
            return whole;
        }
        Map<Long, Decided> good = new HashMap<>();
        table.tryToRead(position, position, good);
        return Optional.ofNullable(good.get(position));
    }

    private static Decided at(long position, Decided event) {
        Decision old = event.decision();
        return position == old.position()
                ? event
                : new Decided(
                        event.activity(),
                        new Decision(
                                old.activity(),
                                old.type(),
                                old.occurredAt(),
                                old.action(),
                                old.score(),
                                old.reasons(),
                                old.ruleSet(),
                                position,
                                old.retryAfterSeconds()));
    }

    private void copyTables(EventLog log) {
        try (Connection target = log.dataSource().getConnection()) {
            for (String name : OtherTables.of(target)) {
                copyTable(name, target);
            }
        } catch (SQLException e) {
            throw new StoreException("the folder " + to + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void copyTable(String name, Connection target) {
        @Nullable Throwable failure = table.closed();
        try {
            if (failure == null) {
                OtherTables.copy(name, table.connect(), target);
                return;
            }
        } catch (SQLException | RuntimeException | Error e) {
            failure = e;
        }
        notes.add("The table " + name + " cannot be read: " + Causes.root(failure)
                + ". The next start makes a new admin key; make new keys for the clients.");
    }

    private void copyFiles(Path target) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (isLeftBehind(folder) || folder.toRealPath().equals(target.toRealPath())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path copy = target.resolve(from.relativize(folder).toString());
                if (!Files.exists(copy)) {
                    Files.copy(folder, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!isLeftBehind(file)) {
                    Files.copy(
                            file,
                            target.resolve(from.relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean isLeftBehind(Path file) {
        return file.getParent() != null
                && file.getParent().equals(from)
                && LEFT_BEHIND.matcher(file.getFileName().toString()).matches();
    }
}
