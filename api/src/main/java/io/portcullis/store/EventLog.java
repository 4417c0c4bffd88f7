package io.portcullis.store;

import com.zaxxer.hikari.HikariDataSource;
import io.portcullis.domain.event.Decided;
import io.portcullis.domain.event.LogSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The log of decided activities, in order, from position 1 on without a gap. What {@link #append} has returned from
 * survives the death of the process; whether it survives a loss of power is the database's matter: PostgreSQL syncs to
 * disk, H2 leaves that to the operating system.
 *
 * <p>Any number of threads may read; one at a time appends.
 */
public final class EventLog implements AutoCloseable {

    private static final String NAME = "log";

    /** How many events a query reads: Axon's 100 spends most of its time on queries. */
    private static final int READ_BATCH = 1000;

    /** Events kept for the views that follow; each that is there at a young collection has to be copied. */
    private static final int NEWEST_KEPT = 1_000;

    /** Between two looks for new events. Told of each commit, Axon's reader would query as often as there are commits. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final HikariDataSource source;
    private final @Nullable ServerLease lease;
    private final PlatformTransactionManager transactions;
    private final EventStorageEngine pages;
    private final EventStorageEngine points;
    private final EmbeddedEventStore store;
    private final JdbcTemplate jdbc;
    private final boolean flushes;
    private final DamageWatch watch;

    private EventLog(HikariDataSource source, @Nullable ServerLease lease, @Nullable Path folder) {
        this.watch = new DamageWatch(folder, this::stream, this::find);
        this.source = source;
        this.lease = lease;
        this.transactions = new DataSourceTransactionManager(source);
        this.pages = engine(READ_BATCH);
        this.points = engine(1);
        this.store = EmbeddedEventStore.builder()
                .storageEngine(pages)
                .cachedEvents(NEWEST_KEPT)
                .fetchDelay(LOOK_EVERY.toMillis())
                .build();
        this.jdbc = new JdbcTemplate(source);
        this.flushes = Database.isH2(source);
    }

    /**
     * The log in an H2 file in a folder.
     *
     * @throws StoreException when it cannot be opened
     */
    public static EventLog open(Path folder) {
        try {
            return open(Database.logIn(folder), folder);
        } catch (StoreException e) {
            throw Database.isDamage(e) ? new StoreException(e.getMessage() + "; " + DamageWatch.advice(folder), e) : e;
        }
    }

    /**
     * The log in the database at a JDBC URL, of H2 or PostgreSQL, which carries user and password where needed.
     *
     * @throws StoreException when it cannot be opened, or another server uses the PostgreSQL database
     */
    public static EventLog open(String url) {
        return open(url, null);
    }

    private static EventLog open(String url, @Nullable Path folder) {
        HikariDataSource source = Database.connect(url, NAME);
        ServerLease lease = null;
        try {
            lease = url.startsWith("jdbc:postgresql:") ? ServerLease.take(url) : null;
            Database.migrate(source);
            return new EventLog(source, lease, folder);
        } catch (RuntimeException e) {
            if (lease != null) {
                lease.close();
            }
            source.close();
            throw e;
        }
    }

    /**
     * The log that a server, now stopped, left in a folder. Nothing of it can be changed.
     *
     * @throws StoreException when there is none, or a server has it open
     */
    public static EventLog openReadOnly(Path folder) {
        String url = Database.logForReadingIn(folder);
        DataFolder.requireFree(folder);
        try {
            return new EventLog(Database.connect(url, NAME), null, folder);
        } catch (StoreException e) {
            throw new StoreException(
                    "the log in " + folder + " cannot be read; if its server runs, stop it first (" + e.getMessage()
                            + ")",
                    e);
        }
    }

    private EventStorageEngine engine(int batchSize) {
        LogSerializer serializer = new LogSerializer();
        return new CheckedEngine(
                JdbcEventStorageEngine.builder()
                        .connectionProvider(connectionProvider())
                        .transactionManager(transactionManager())
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .dataType(byte[].class)
                        .batchSize(batchSize),
                watch);
    }

    /**
     * Appends all or nothing, in one transaction. Those who follow the log see it some milliseconds later.
     *
     * @param batch the next positions, in order
     * @throws RuntimeException when nothing was appended, or it is not known whether it was
     */
    public void append(List<Decided> batch) {
        append(batch.stream().map(EncodedEvent::of));
    }

    /**
     * As {@link #append(List)}, with payloads that were serialized ahead.
     *
     * @param payloads what {@code ActivityWriter} writes of each activity
     */
    public void append(List<Decided> batch, List<byte[]> payloads) {
        append(IntStream.range(0, batch.size()).mapToObj(i -> EncodedEvent.of(batch.get(i), payloads.get(i))));
    }

    private void append(Stream<EncodedEvent> events) {
        requireLease();
        pages.appendEvents(events.toList());
        flush();
    }

    /**
     * Hands to the operating system what was committed, so that it survives the death of the process. H2 does that by
     * itself only later, or else after each statement, which writes the same pages several times; PostgreSQL has done it
     * when it commits.
     */
    public void flush() {
        try {
            if (flushes) {
                jdbc.execute("CHECKPOINT");
            }
        } catch (DataAccessException e) {
            throw watch.seen(new StoreException("the log cannot be written: " + e.getMessage(), e));
        }
    }

    private void requireLease() {
        if (lease != null) {
            lease.require();
        }
    }

    /** Reads everything behind a position, in order, a page at a time. */
    public void read(long afterPosition, Consumer<Decided> consumer) {
        try (Stream<Decided> decided = stream(afterPosition)) {
            decided.forEachOrdered(consumer);
        }
    }

    /** Everything behind a position, in order, read a page at a time as it is asked for. To be closed. */
    public Stream<Decided> stream(long afterPosition) {
        return pages.readEvents(Decided.LOG, afterPosition + 1).asStream().map(Decided::of);
    }

    /** What is at a position, if the log is that long. */
    public Optional<Decided> find(long position) {
        try (Stream<? extends DomainEventMessage<?>> events =
                points.readEvents(Decided.LOG, position).asStream()) {
            return events.findFirst().map(Decided::of);
        }
    }

    /** 0 when the log is empty. */
    public long lastPosition() {
        try {
            return jdbc
                    .queryForList(
                            "SELECT sequenceNumber FROM DomainEventEntry WHERE aggregateIdentifier = ?"
                                    + " ORDER BY aggregateIdentifier DESC, sequenceNumber DESC"
                                    + " FETCH FIRST 1 ROWS ONLY",
                            Long.class,
                            Decided.LOG)
                    .stream()
                    .findFirst()
                    .orElse(0L);
        } catch (DataAccessException e) {
            throw watch.seen(new StoreException("the log cannot be read: " + e.getMessage(), e));
        }
    }

    /**
     * Makes sure, after a failure, that the database takes writes, by one that changes nothing. Connections from before
     * are given up: H2 closes a database that it cannot write, and opens it again for new ones.
     *
     * @throws StoreException when it does not
     */
    public void requireWritable() {
        source.getHikariPoolMXBean().softEvictConnections();
        try {
            jdbc.update("UPDATE \"" + NAME + "_schema_history\" SET \"description\" = \"description\"");
            flush();
        } catch (DataAccessException e) {
            throw watch.seen(new StoreException("the log cannot be written: " + e.getMessage(), e));
        }
    }

    /** What of it is damaged, until which position it is good, and what to do; empty while no damage is known. */
    public Optional<String> damage() {
        return watch.damage();
    }

    /** For those who follow the log: projections. */
    public EventStore eventStore() {
        return store;
    }

    /** The database of the log. */
    public DataSource dataSource() {
        return source;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /** The same transactions, for Axon. */
    public TransactionManager transactionManager() {
        return new LogTransactions(transactions);
    }

    /** Connections that take part in those transactions, for Axon. */
    public ConnectionProvider connectionProvider() {
        return new SpringDataSourceConnectionProvider(source);
    }

    @Override
    public void close() {
        store.shutDown();
        source.close();
        if (lease != null) {
            lease.close();
        }
    }
}
