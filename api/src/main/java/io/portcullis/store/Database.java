package io.portcullis.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** A pool of connections to the database of the log, its schema in the present version. */
final class Database {

    private static final String FILE = "portcullis";
    private static final int CONNECTIONS = 12;

    private Database() {}

    /**
     * H2 in a folder. WRITE_DELAY=0 because H2's default loses commits of the last half second when the process is
     * killed; no close on exit because the server itself ends in order; a small cache because pages of the log are read
     * in passing, and a large one only gives the garbage collector more to copy.
     */
    static String urlIn(Path folder) {
        String path = folder.toAbsolutePath().normalize().resolve(FILE).toString();
        if (path.contains(";")) {
            throw new StoreException("the data folder's name must not contain a semicolon: " + folder, null);
        }
        return "jdbc:h2:file:" + path + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384";
    }

    /** The same for reading: the database must be there, and its file stays as it is. */
    static String urlForReading(Path folder) {
        if (!Files.exists(folder.resolve(FILE + ".mv.db"))) {
            throw new StoreException("there is no log in " + folder + ": " + FILE + ".mv.db is missing", null);
        }
        return urlIn(folder) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
    }

    static HikariDataSource connect(String url) {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new StoreException("the database must be at a jdbc:postgresql: or jdbc:h2: URL", null);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("log");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        if (url.startsWith("jdbc:h2:")) {
            config.setUsername("sa");
        } else {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException("cannot open the database of the log: " + rootMessage(e), e);
        }
    }

    static void migrate(HikariDataSource source) {
        boolean h2 = source.getJdbcUrl().startsWith("jdbc:h2:");
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("bytes", h2 ? "VARBINARY" : "BYTEA"))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("cannot bring the log's schema to this version: " + rootMessage(e), e);
        }
    }

    private static @Nullable String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
