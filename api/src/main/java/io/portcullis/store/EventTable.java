package io.portcullis.store;

import io.portcullis.domain.event.Decided;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.jspecify.annotations.Nullable;

/**
 * The event table of a database that may be damaged: what can be read of it is read, whatever is around it. One
 * connection, opened again when the database closes it.
 */
final class EventTable implements AutoCloseable {

    private static final String EVENTS = "SELECT eventIdentifier, sequenceNumber, type, timeStamp, payloadType,"
            + " payloadRevision, payload, metaData FROM DomainEventEntry"
            + " WHERE aggregateIdentifier = ? AND sequenceNumber BETWEEN ? AND ?";
    private static final int PAGE = 10_000;

    private final String url;
    private final @Nullable ServerLease lease;
    private @Nullable Connection connection;
    private @Nullable Throwable closed;

    private EventTable(String url, @Nullable ServerLease lease) {
        this.url = url;
        this.lease = lease;
    }

    /**
     * That of the log in a folder, whose file stays as it is. It need not be possible to open it.
     *
     * @throws StoreException when there is none, or a server has it
     */
    static EventTable in(Path folder) {
        String url = Database.logForReadingIn(folder);
        DataFolder.requireFree(folder);
        requireUnlocked(Database.logFileIn(folder));
        EventTable table = new EventTable(url, null);
        table.open();
        return table;
    }

    /** Asked of the file, as H2 leaves a lock of its own behind when it fails to open it. */
    private static void requireUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
                throw new StoreException(file + " is in use by another process: stop its server first", null);
            }
        } catch (OverlappingFileLockException e) {
            // This process has it.
            return;
        } catch (IOException e) {
            throw new StoreException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void open() {
        try {
            lastPosition();
        } catch (SQLException | RuntimeException | Error e) {
            closed = e;
        }
    }

    /** Why nothing of it can be read; null when it can be tried. */
    @Nullable
    Throwable closed() {
        return closed;
    }

    /**
     * That of a PostgreSQL database.
     *
     * @throws StoreException when it cannot be reached, or a server uses it
     */
    static EventTable at(String url) {
        EventTable table = new EventTable(url, ServerLease.take(url));
        table.open();
        return table;
    }

    Connection connect() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed() || !open.isValid(0)) {
            close(open);
            open = url.startsWith("jdbc:h2:")
                    ? DriverManager.getConnection(url, "sa", "")
                    : DriverManager.getConnection(url);
            connection = open;
        }
        return open;
    }

    /** The last position, as the index has it; 0 when that cannot be told. */
    long end() {
        try {
            return closed == null ? lastPosition() : 0;
        } catch (SQLException | RuntimeException | Error e) {
            return 0;
        }
    }

    private long lastPosition() throws SQLException {
        try (PreparedStatement select = connect()
                .prepareStatement("SELECT sequenceNumber FROM DomainEventEntry WHERE aggregateIdentifier = ?"
                        + " ORDER BY aggregateIdentifier DESC, sequenceNumber DESC FETCH FIRST 1 ROWS ONLY")) {
            select.setString(1, Decided.LOG);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /**
     * Reads the good ones of consecutive events. A range that cannot be read is halved, until what is left out are single
     * events.
     *
     * @return why some could not be read; null when all were
     */
    @Nullable
    Throwable read(long from, long to, Map<Long, Decided> good) {
        Throwable failure = tryToRead(from, to, good);
        if (failure == null || from == to) {
            return failure;
        }
        long middle = (from + to) / 2;
        Throwable first = read(from, middle, good);
        Throwable second = read(middle + 1, to, good);
        return first == null ? second : first;
    }

    /** As {@link #read}, but gives up at the first row that the database cannot read. */
    @Nullable
    Throwable tryToRead(long from, long to, Map<Long, Decided> good) {
        Throwable failure = null;
        try (PreparedStatement select = connect().prepareStatement(EVENTS)) {
            select.setString(1, Decided.LOG);
            select.setLong(2, from);
            select.setLong(3, to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Throwable damage = take(event(rows), from, to, good);
                    failure = failure == null ? damage : failure;
                }
            }
            return failure;
        } catch (SQLException | RuntimeException | Error e) {
            return e;
        }
    }

    private static @Nullable Throwable take(StoredEvent event, long from, long to, Map<Long, Decided> good) {
        try {
            // A damaged index leads to other rows.
            if (event.position() >= from && event.position() <= to) {
                good.put(event.position(), event.decided());
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(new GenericDomainEventEntry<>(
                row.getString(3),
                Decided.LOG,
                row.getLong(2),
                row.getString(1),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getBytes(8)));
    }

    /** Reads what an append reads besides: the index of identifiers. */
    void requireIdentifiers(long events) throws SQLException {
        String last = "";
        long seen = 0;
        try (PreparedStatement select = connect()
                .prepareStatement("SELECT eventIdentifier FROM DomainEventEntry WHERE eventIdentifier > ?"
                        + " ORDER BY eventIdentifier FETCH FIRST " + PAGE + " ROWS ONLY")) {
            for (long before = -1; seen > before; ) {
                before = seen;
                select.setString(1, last);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        last = rows.getString(1);
                        seen++;
                    }
                }
            }
        }
        if (seen != events) {
            throw new StoreException("it has " + seen + " of " + events + " events", null);
        }
    }

    /** Reads the other tables, such as that of keys. */
    void requireOtherTables() throws SQLException {
        try (Statement statement = connect().createStatement()) {
            for (String table : OtherTables.of(connect())) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            rows.getObject(column);
                        }
                    }
                }
            }
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException | RuntimeException | Error e) {
                // A damaged database may fail to close as well.
                return;
            }
        }
    }

    @Override
    public void close() {
        close(connection);
        if (lease != null) {
            lease.close();
        }
    }
}
