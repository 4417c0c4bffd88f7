package io.portcullis.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to be the one server of a PostgreSQL database: an advisory lock on a connection of its own. PostgreSQL frees
 * it when the connection ends, and ends the connection within seconds when its other side is silent.
 */
final class ServerLease implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ServerLease.class);

    /** "portcull" in hexadecimal, its first half; the second half of the key is the schema. */
    private static final int KEY = 0x706f7274;

    private static final int BEAT_MILLIS = 1_000;
    private static final int SILENCE_MILLIS = 3_000;

    /** How long to wait for a server that has just died: longer than PostgreSQL takes to find out. */
    private static final int PATIENCE_MILLIS = 6_000;

    private final String url;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "server-lease");
        thread.setDaemon(true);
        return thread;
    });

    /** Used by the thread that renews, and by no other. */
    private Connection connection;

    private volatile boolean held = true;

    private ServerLease(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
        var unused = beat.scheduleWithFixedDelay(this::renew, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lease.
     *
     * @throws StoreException when another server has it, or the database does not answer
     */
    static ServerLease take(String url) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            Connection locked = lock(url);
            while (locked == null) {
                if (System.nanoTime() - deadline > 0) {
                    throw new StoreException(
                            "another server uses this database: stop it first, as one database serves one server",
                            null);
                }
                TimeUnit.MILLISECONDS.sleep(250);
                locked = lock(url);
            }
            return new ServerLease(url, locked);
        } catch (SQLException e) {
            throw new StoreException("cannot take the lease on the database: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while it waited for the lease on the database", e);
        }
    }

    /** A connection that has the lock, or none when another has it. */
    private static @Nullable Connection lock(String url) throws SQLException {
        Connection connection = connect(url);
        try {
            prepare(connection);
            if (tryLock(connection)) {
                return connection;
            }
        } catch (SQLException | RuntimeException e) {
            abandon(connection);
            throw e;
        }
        abandon(connection);
        return null;
    }

    private static Connection connect(String url) throws SQLException {
        Properties limits = new Properties();
        limits.setProperty("connectTimeout", Integer.toString(SILENCE_MILLIS / 1_000));
        limits.setProperty("loginTimeout", Integer.toString(SILENCE_MILLIS / 1_000));
        return DriverManager.getConnection(url, limits);
    }

    private static void prepare(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET tcp_keepalives_idle = 1; SET tcp_keepalives_interval = 1;"
                    + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = 4000");
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT pg_try_advisory_lock(" + KEY + ", hashtext(current_schema()))")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /**
     * To be called before each write.
     *
     * @throws StoreException when the lease was lost
     */
    void require() {
        if (!held) {
            throw new StoreException(
                    "the lease on the database is lost: nothing is written until it is had again", null);
        }
    }

    private void renew() {
        try {
            if (held) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT 1");
                }
                return;
            }
            Connection locked = lock(url);
            if (locked != null) {
                connection = locked;
                held = true;
                LOGGER.info("The lease on the database is held again");
            }
        } catch (SQLException | RuntimeException e) {
            if (held) {
                held = false;
                LOGGER.error("The lease on the database is lost, writing stops: {}", e.getMessage());
                abandon(connection);
            }
        }
    }

    private static void abandon(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOGGER.debug("The connection of the lease cannot be closed", e);
        }
    }

    /** The last task of the thread that renews, so that no connection is opened behind it. */
    @Override
    public void close() {
        beat.execute(() -> abandon(connection));
        beat.shutdown();
        try {
            if (!beat.awaitTermination(4L * SILENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOGGER.warn("The lease on the database is not given up yet: the database does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
