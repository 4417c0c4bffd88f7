package io.portcullis.projections.processing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps every view up to date, and rebuilds one from the log's beginning while the old one keeps answering.
 *
 * <p>What should run is written in {@code view_generation}; a thread compares that with what does run, several times a
 * second. A rebuild therefore goes on where it was after a restart.
 */
public final class Views implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Map<String, View> views = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Processor>> running = new ConcurrentHashMap<>();
    private final Map<String, Long> goals = new ConcurrentHashMap<>();
    private final Feed feed;
    private final Generations generations;
    private final ScheduledExecutorService keeper = Threads.start("projections-keeper", 1);

    private Views(Collection<? extends View> views, Feed feed, Generations generations) {
        views.forEach(view -> this.views.put(view.name(), view));
        this.feed = feed;
        this.generations = generations;
    }

    /** Starts to feed the log to the views, from where each left off. */
    public static Views start(
            Collection<? extends View> views,
            EventStore log,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        return start(views, log, dataSource, transactions, CompletableFuture.completedFuture(null));
    }

    /**
     * Starts to feed the log to the views, from where each left off.
     *
     * @param after what has to be done first; until then, views answer as they were left
     */
    public static Views start(
            Collection<? extends View> views,
            EventStore log,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            CompletableFuture<?> after) {
        Feed feed = new Feed(log, dataSource, transactions);
        Views started = new Views(views, feed, new Generations(JdbcClient.create(dataSource)));
        if (after.isDone()) {
            started.begin();
        } else {
            var unused = after.whenCompleteAsync((done, failure) -> started.begin(), started.keeper);
        }
        return started;
    }

    private void begin() {
        views.values().forEach(this::rebuildWhenAhead);
        views.values().forEach(this::tend);
        ScheduledFuture<?> unused = keeper.scheduleWithFixedDelay(
                () -> views.values().forEach(this::tendSafely),
                STEP.toMillis(),
                STEP.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A loss of power can take the end of the log and leave the views what they made of it. */
    private void rebuildWhenAhead(View view) {
        if (feed.position(view, generations.of(view.name()).answering()) > feed.head()
                && generations.build(view.name())) {
            LOG.warn("View {} has read more than the log holds, and is rebuilt", view.name());
        }
    }

    /** The names that {@link #rebuild} takes. */
    public List<String> names() {
        return List.copyOf(views.keySet());
    }

    /**
     * Rebuilds a view from the log's beginning. Returns at once; queries are answered by the old view until the new
     * one has caught up with the log, and by the new one from then on.
     *
     * @return false when a rebuild of this view is under way already
     * @throws IllegalArgumentException when there is no view of that name
     */
    public boolean rebuild(String view) {
        if (!views.containsKey(view)) {
            throw new IllegalArgumentException(
                    "no view \"" + view + "\"; there are " + String.join(", ", views.keySet()));
        }
        return generations.build(view);
    }

    /** Whether a rebuild of the view is under way, the removal of the old one included. */
    public boolean isRebuilding(String view) {
        Generations.Row row = generations.of(view);
        return row.building() != null || row.retiring() != null;
    }

    /** How far each view has read, those being built included. */
    public List<Progress> progress() {
        long head = feed.head();
        List<Progress> progress = new ArrayList<>();
        for (String view : views.keySet()) {
            int answering = generations.of(view).answering();
            if (!processors(view).containsKey(answering)) {
                long read = feed.position(Objects.requireNonNull(views.get(view)), answering);
                progress.add(new Progress(view, answering, true, Math.max(0, head - read)));
            }
            processors(view).values().stream()
                    .sorted(Comparator.comparing(Processor::generation))
                    .map(it -> new Progress(
                            view, it.generation(), it.generation() == answering, Math.max(0, head - it.position())))
                    .forEach(progress::add);
        }
        return progress;
    }

    /**
     * Waits until queries see all of what is in the log now.
     *
     * @throws TimeoutException when they do not in time
     */
    public void awaitCaughtUp(Duration atMost) throws InterruptedException, TimeoutException {
        long goal = feed.head();
        await(atMost, () -> views.keySet().stream().allMatch(view -> {
            Processor answering = processors(view).get(generations.of(view).answering());
            return answering != null && answering.position() >= goal;
        }));
    }

    /**
     * Waits until no rebuild of the view is under way.
     *
     * @throws TimeoutException when one still is
     */
    public void awaitRebuilt(String view, Duration atMost) throws InterruptedException, TimeoutException {
        await(atMost, () -> !isRebuilding(view));
    }

    private static void await(Duration atMost, BooleanSupplier condition)
            throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("views are still behind the log after " + atMost);
            }
            Thread.sleep(5);
        }
    }

    private Map<Integer, Processor> processors(String view) {
        return running.computeIfAbsent(view, name -> new ConcurrentHashMap<>());
    }

    private void tendSafely(View view) {
        try {
            tend(view);
        } catch (RuntimeException e) {
            LOG.warn("View {} could not be tended, and will be again soon", view.name(), e);
        }
    }

    private void tend(View view) {
        Generations.Row row = generations.of(view.name());
        startMissing(view, row.answering());
        if (row.building() != null) {
            startMissing(view, row.building());
            flipWhenCaughtUp(view, row.building());
        }
        stopOthers(view, row);
        if (row.retiring() != null) {
            remove(view, row.retiring());
        }
    }

    private void startMissing(View view, int generation) {
        processors(view.name()).computeIfAbsent(generation, missing -> feed.start(view, missing));
    }

    /** The goal is the log's head of one step ago, for the head of now is never reached while events keep coming. */
    private void flipWhenCaughtUp(View view, int building) {
        Long goal = goals.put(view.name(), feed.head());
        Processor processor = Objects.requireNonNull(processors(view.name()).get(building));
        if (goal != null && processor.position() >= goal) {
            goals.remove(view.name());
            generations.flip(view.name(), building);
            LOG.info("View {} was rebuilt as generation {}", view.name(), building);
        }
    }

    private void stopOthers(View view, Generations.Row row) {
        processors(view.name()).values().removeIf(processor -> {
            boolean other = processor.generation() != row.answering() && !isSame(row.building(), processor);
            if (other) {
                processor.close();
            }
            return other;
        });
    }

    private static boolean isSame(@Nullable Integer building, Processor processor) {
        return building != null && building == processor.generation();
    }

    private void remove(View view, int retiring) {
        feed.forget(view, retiring);
        while (feed.remove(view, retiring)) {
            if (keeper.isShutdown()) {
                return;
            }
        }
        generations.removed(view.name(), retiring);
    }

    @Override
    public void close() {
        Threads.stop(keeper);
        running.values().forEach(each -> each.values().forEach(Processor::close));
        feed.close();
    }
}
