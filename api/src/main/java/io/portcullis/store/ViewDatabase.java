package io.portcullis.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Where the views are kept. In H2 that is a file of its own: H2 commits one transaction at a time, so that views in the
 * file of the log made decisions wait for them. It can be removed while no server runs: the log has all that makes it.
 */
public final class ViewDatabase implements AutoCloseable {

    private static final String NAME = "views";

    private final HikariDataSource source;
    private final PlatformTransactionManager transactions;

    private ViewDatabase(HikariDataSource source) {
        this.source = source;
        this.transactions = new DataSourceTransactionManager(source);
    }

    /**
     * The views in an H2 file in a folder.
     *
     * @throws StoreException when it cannot be opened
     */
    public static ViewDatabase open(Path folder) {
        return open(Database.viewsIn(folder));
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
