package io.portcullis.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where the views are kept. In H2 that is a file of its own: H2 commits one transaction at a time, so that views in the
 * file of the log made decisions wait for them. It can be removed while no server runs: the log has all that makes it.
 */
public final class ViewDatabase implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ViewDatabase.class);
    private static final String NAME = "views";

    private final HikariDataSource source;
    private final PlatformTransactionManager transactions;

    private ViewDatabase(HikariDataSource source) {
        this.source = source;
        this.transactions = new DataSourceTransactionManager(source);
    }

    /**
     * The views in an H2 file in a folder. A damaged file is set aside, under the name {@code views.mv.db.damaged-N},
     * and begun again: the log has all that makes it.
     *
     * @throws StoreException when it cannot be opened
     */
    public static ViewDatabase open(Path folder) {
        try {
            return open(Database.viewsIn(folder));
        } catch (StoreException e) {
            if (!Database.isDamage(e)) {
                throw e;
            }
            Path kept = setAside(folder.resolve(Database.VIEWS_FILE));
            LOGGER.warn(
                    "The views are damaged ({}): the file is kept as {}, and they are rebuilt", e.getMessage(), kept);
            return open(Database.viewsIn(folder));
        }
    }

    private static Path setAside(Path file) {
        try {
            int number = 1;
            while (Files.exists(file.resolveSibling(file.getFileName() + ".damaged-" + number))) {
                number++;
            }
            return Files.move(file, file.resolveSibling(file.getFileName() + ".damaged-" + number));
        } catch (IOException e) {
            throw new StoreException("the damaged file " + file + " cannot be set aside: " + e.getMessage(), e);
        }
    }

    /**
     * The views in the database at a JDBC URL, of H2 or PostgreSQL, which may be the log's.
     *
     * @throws StoreException when it cannot be opened
     */
    public static ViewDatabase open(String url) {
        HikariDataSource source = Database.connect(url, NAME);
        try {
            Database.migrate(source);
            return new ViewDatabase(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    public DataSource dataSource() {
        return source;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    @Override
    public void close() {
        source.close();
    }
}
