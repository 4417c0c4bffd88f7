package io.portcullis.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.EOFException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** A pool of connections to a database, its schema in the present version. */
final class Database {

    private static final String LOG = "portcullis";
    private static final String VIEWS = "views";

    /** The file of the views. */
    static final String VIEWS_FILE = VIEWS + ".mv.db";

    private static final int CONNECTIONS = 12;

    private Database() {}

    /** The log in H2 in a folder. Its pages are compressed: they are written once or twice, and rows resemble each other. */
    static String logIn(Path folder) {
        return url(folder, LOG) + ";COMPRESS=TRUE";
    }

    /**
     * The views in H2 in a folder. Their pages are written again and again, so that compressing them costs more than it
     * saves. What was changed waits for five seconds, as a kill takes nothing from the views that the log does not have;
     * and the space of outdated pages is used again after a second. H2 would keep it for 45, for the case of
     * a loss of power, after which views may have to be rebuilt.
     */
    static String viewsIn(Path folder) {
        return url(folder, VIEWS) + ";WRITE_DELAY=5000;RETENTION_TIME=1000";
    }

    /**
     * A small cache because most pages are read in passing, and a large one only gives the garbage collector more to copy.
     * No close on exit because the server itself ends in order.
     */
    private static String url(Path folder, String file) {
        String path = folder.toAbsolutePath().normalize().resolve(file).toString();
        if (path.contains(";")) {
            throw new StoreException("the data folder's name must not contain a semicolon: " + folder, null);
        }
        return "jdbc:h2:file:" + path + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=8192";
    }

    /** The file of the log. */
    static Path logFileIn(Path folder) {
        return folder.resolve(LOG + ".mv.db");
    }

    /** The log for reading: the database must be there, and its file stays as it is. */
    static String logForReadingIn(Path folder) {
        if (!Files.exists(logFileIn(folder))) {
            throw new StoreException("there is no log in " + folder + ": " + LOG + ".mv.db is missing", null);
        }
        return logIn(folder) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    }

    static HikariDataSource connect(String url, String name) {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new StoreException("the database must be at a jdbc:postgresql: or jdbc:h2: URL", null);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        if (url.startsWith("jdbc:h2:")) {
            config.setUsername("sa");
            config.setExceptionOverride(new ClosedDatabase());
        } else {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException("cannot open the database of the " + name + ": " + Causes.root(e), e);
        }
    }

    /**
     * Brings what one pool uses to this version. The log and the views may share a database: each keeps its own history
     * of migrations there.
     */
    static void migrate(HikariDataSource source) {
        boolean h2 = isH2(source);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/" + source.getPoolName())
                    .table(source.getPoolName() + "_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(Map.of("bytes", h2 ? "VARBINARY" : "BYTEA"))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "cannot bring the schema of the " + source.getPoolName() + " to this version: " + Causes.root(e),
                    e);
        }
    }

    static boolean isH2(HikariDataSource source) {
        return source.getJdbcUrl().startsWith("jdbc:h2:");
    }

    /** Whether H2 says that a file is damaged: not that it is in use, may not be read or has no room. */
    static boolean isDamage(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof DamagedEvent
                        || cause instanceof SQLException sql && isDamage(sql.getErrorCode())
                        || cause instanceof MVStoreException store && isDamageOfStore(store.getErrorCode())
                        || cause instanceof EOFException
                        || isOfCompression(cause));
    }

    /**
     * Whether a failure may come of damage, or of a fault of H2's or the disk's. Not one of writing: that is for want of
     * room, and closes the database.
     */
    static boolean mayBeDamage(Throwable failure) {
        return Causes.of(failure)
                        .anyMatch(cause -> cause instanceof SQLException sql
                                && (sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                                        || sql.getErrorCode() == ErrorCode.IO_EXCEPTION_1
                                        || sql.getErrorCode() == ErrorCode.IO_EXCEPTION_2))
                && Causes.of(failure)
                        .noneMatch(cause -> cause instanceof MVStoreException store
                                && (store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
                                        || store.getErrorCode() == DataUtils.ERROR_CLOSED));
    }

    private static boolean isDamage(int code) {
        return code == ErrorCode.FILE_CORRUPTED_1 || code == ErrorCode.FILE_VERSION_ERROR_1;
    }

    /** H2 wraps some of these as its general error, which is also that of its own faults. */
    private static boolean isDamageOfStore(int code) {
        return code == DataUtils.ERROR_FILE_CORRUPT
                || code == DataUtils.ERROR_CHUNK_NOT_FOUND
                || code == DataUtils.ERROR_UNSUPPORTED_FORMAT;
    }

    /** What is damaged within a compressed page, H2 tells by whatever the decompression ran into. */
    private static boolean isOfCompression(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.h2.compress.");
    }
}
