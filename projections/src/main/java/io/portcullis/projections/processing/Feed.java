package io.portcullis.projections.processing;

import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What the processors of all views share: the log, the token store and the threads. */
final class Feed implements AutoCloseable {

    /** A batch is whole in one, and there are views enough for all processors. */
    private static final int SEGMENTS = 1;

    /** Each has a batch in the heap. */
    private static final int MAX_WORKERS = 4;

    private final EventStore log;
    private final SharedLog shared;
    private final TransactionManager transactions;
    private final JdbcTokenStore tokens;
    private final ScheduledExecutorService coordinators = Threads.start("projections-reader", 2);
    private final ScheduledExecutorService workers = Threads.start(
            "projections-writer",
            Math.max(1, Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors() / 2)));

    Feed(EventStore log, DataSource dataSource, PlatformTransactionManager transactions) {
        this.log = log;
        this.shared = new SharedLog(log);
        this.transactions = new SpringTransactionManager(transactions);
        this.tokens = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .schema(TokenSchema.builder()
                        .setTokenTable("view_token")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("stored_at")
                        .build())
                .serializer(TokenSerializer.create())
                .contentType(byte[].class)
                .build();
    }

    /** The position of the newest event of the log; -1 when it is empty. */
    long head() {
        TrackingToken head = log.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** The furthest position that a generation has read; -1 when it has not begun, or others are at it. */
    long position(View view, int generation) {
        String name = processorName(view, generation);
        try {
            return transactions.fetchInTransaction(() -> IntStream.of(tokens.fetchSegments(name))
                    .mapToObj(segment -> tokens.fetchToken(name, segment))
                    .filter(Objects::nonNull)
                    .mapToLong(token -> token.position().orElse(-1))
                    .max()
                    .orElse(-1));
        } catch (UnableToClaimTokenException e) {
            return -1;
        }
    }

    /** Starts to make a generation of a view, from where it left off or from the log's beginning. */
    Processor start(View view, int generation) {
        String name = processorName(view, generation);
        Processor processor = new Processor(generation);
        processor.start(PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new ViewInvoker(view, generation, segment -> tokens.fetchToken(name, segment)))
                .messageSource(new FollowedLog(shared, processor::folded))
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(SEGMENTS)
                .batchSize(FollowingStream.PAGES_IN_HAND)
                .build());
        return processor;
    }

    /** Forgets how far a generation had read, after which no straggler can commit a batch for it. */
    void forget(View view, int generation) {
        String name = processorName(view, generation);
        transactions.executeInTransaction(() -> {
            for (int segment : tokens.fetchSegments(name)) {
                tokens.fetchToken(name, segment);
                tokens.deleteToken(name, segment);
            }
        });
    }

    /** @return false when no row of the generation was left */
    boolean remove(View view, int generation) {
        return transactions.fetchInTransaction(() -> view.remove(generation));
    }

    private static String processorName(View view, int generation) {
        return view.name() + ":" + generation;
    }

    @Override
    public void close() {
        shared.close();
        Threads.stop(coordinators);
        Threads.stop(workers);
    }
}
