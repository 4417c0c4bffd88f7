package io.portcullis.projections.processing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log, read and decoded once for all views that follow it side by side. One thread reads pages ahead of them into a
 * window of bounded size; a page leaves the window when all its followers have taken it.
 *
 * <p>A view that is far behind the window or far ahead of it, as a rebuild is, reads the log alone until the two meet. So
 * does one that keeps the others waiting.
 */
final class SharedLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedLog.class);

    /** Twice what a view may have in hand, so that it finds the next pages read when it has folded those. */
    private static final int WINDOW = 2 * FollowingStream.PAGES_IN_HAND;

    /** In positions: reading them again costs less than to read apart. */
    private static final long NEARBY = 100_000;

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /**
     * Between two reads of a log that grows steadily: at a trickle, each view would commit every few events, on the disk
     * that the decisions wait for.
     */
    static final Duration REST = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventStore log;
    private final ScheduledExecutorService reader = Threads.start("projections-log", 1);
    private final Set<FollowingStream> streams = new CopyOnWriteArraySet<>();

    private final Deque<LogPage> window = new ArrayDeque<>();
    private final Set<FollowingStream> followers = new HashSet<>();
    /** What the window follows; null at the log's beginning. */
    private @Nullable TrackingToken before;

    /** Up to where the window reaches. */
    private @Nullable TrackingToken end;

    /** Counts how often the window was moved, whereupon it is read from elsewhere. */
    private int moves;

    private long fullSince;
    private int movesRead;
    private @Nullable BlockingStream<TrackedEventMessage<?>> events;
    private volatile boolean closed;

    SharedLog(EventStore log) {
        this.log = log;
        reader.execute(this::run);
    }

    EventStore log() {
        return log;
    }

    /** @param folded the position up to which the stream's reader has folded what it took */
    FollowingStream open(@Nullable TrackingToken after, LongSupplier folded) {
        FollowingStream stream = new FollowingStream(this, after, folded);
        synchronized (this) {
            if (followers.isEmpty() || isShortlyBefore(after)) {
                moveTo(after);
            }
        }
        streams.add(stream);
        return stream;
    }

    synchronized void leave(FollowingStream stream) {
        streams.remove(stream);
        followers.remove(stream);
        shrink();
    }

    /**
     * Whether the stream follows the window now; if not, it has to read alone.
     *
     * @param after the last page that it took
     */
    synchronized boolean follows(FollowingStream stream, @Nullable TrackingToken after) {
        if (followers.contains(stream)) {
            return true;
        }
        if (followers.isEmpty() && !covers(after, before)) {
            moveTo(after);
        }
        return covers(after, before) && position(after) - position(end) <= NEARBY && followers.add(stream);
    }

    /** The page behind a token, when it has been read. */
    synchronized @Nullable LogPage after(@Nullable TrackingToken token) {
        shrink();
        for (LogPage page : window) {
            if (!covers(token, page.token())) {
                return page;
            }
        }
        return null;
    }

    private boolean isShortlyBefore(@Nullable TrackingToken after) {
        return !covers(after, before) && position(before) - position(after) <= NEARBY;
    }

    private void moveTo(@Nullable TrackingToken token) {
        window.clear();
        before = token;
        end = token;
        moves++;
        notifyAll();
    }

    /** Drops what all followers have taken. */
    private void shrink() {
        while (!window.isEmpty()
                && followers.stream()
                        .allMatch(each -> covers(each.taken(), window.element().token()))) {
            before = window.remove().token();
            notifyAll();
        }
    }

    private static boolean covers(@Nullable TrackingToken token, @Nullable TrackingToken other) {
        return other == null || (token != null && token.covers(other));
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    private void run() {
        while (!closed) {
            try {
                step();
            } catch (RuntimeException e) {
                LOG.warn("The log cannot be read, and will be again soon: {}", e.toString());
                reopen();
                pause(REST.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        reopen();
    }

    private void step() throws InterruptedException {
        TrackingToken from;
        synchronized (this) {
            from = end;
            if (movesRead != moves) {
                movesRead = moves;
                reopen();
            }
        }
        if (awaitRoom()) {
            BlockingStream<TrackedEventMessage<?>> stream = events;
            if (stream == null) {
                stream = log.openStream(from);
                events = stream;
            }
            if (stream.hasNextAvailable((int) LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                LogPage page = LogPage.read(stream, from);
                add(page);
                wakeAll();
                if (!page.isFull()) {
                    pause(REST.toMillis());
                }
            }
        }
        wakeAll();
    }

    /** @return false when there was none, or nobody to read for, until the next look: its caller looks again */
    @SuppressWarnings("WaitNotInLoop")
    private synchronized boolean awaitRoom() throws InterruptedException {
        shrink();
        boolean room = window.size() < WINDOW;
        if (room) {
            fullSince = System.nanoTime();
        } else if (System.nanoTime() - fullSince > PATIENCE.toNanos()) {
            goOnWithout();
        }
        if (!room || followers.isEmpty()) {
            wait(LOOK_EVERY.toMillis());
            return false;
        }
        return true;
    }

    /** Those that keep the others waiting read alone from now on. */
    private void goOnWithout() {
        LogPage oldest = window.element();
        List<FollowingStream> late = new ArrayList<>(followers);
        late.removeIf(stream -> covers(stream.taken(), oldest.token()));
        if (late.size() < followers.size()) {
            late.forEach(followers::remove);
        }
    }

    private synchronized void add(LogPage page) {
        if (movesRead == moves) {
            window.add(page);
            end = page.token();
        }
    }

    private void wakeAll() {
        streams.forEach(FollowingStream::wake);
    }

    private void reopen() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Threads.stop(reader);
    }
}
