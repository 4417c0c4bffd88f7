package io.portcullis.projections.processing;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a {@link SharedLog} behind a token, as messages: from its window, or read alone while that is elsewhere.
 * Has none to give while its reader has enough of them in hand. Read by one thread.
 */
final class FollowingStream implements BlockingStream<TrackedEventMessage<?>> {

    /** A batch, so that an entity of many activities is read and written once for many of them. */
    static final int PAGES_IN_HAND = 8;

    private final SharedLog shared;
    private final LongSupplier folded;
    private volatile @Nullable TrackingToken taken;
    private volatile Runnable onAvailable = () -> {};
    private long[] inHand = new long[0];
    private @Nullable LogPage next;
    private @Nullable BlockingStream<TrackedEventMessage<?>> alone;
    /** By {@link System#nanoTime}, when it reads alone. */
    private long restUntil = System.nanoTime();

    /** @param folded the position up to which what was taken has been folded */
    FollowingStream(SharedLog shared, @Nullable TrackingToken after, LongSupplier folded) {
        this.shared = shared;
        this.taken = after;
        this.folded = folded;
    }

    /** The token of the last page that was taken. */
    @Nullable
    TrackingToken taken() {
        return taken;
    }

    /** Lets its reader look whether there is something to read. */
    void wake() {
        onAvailable.run();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return find() ? Optional.of(message()) : Optional.empty();
    }

    private boolean find() {
        if (next == null && hasRoom()) {
            if (shared.follows(this, taken)) {
                closeAlone();
                next = shared.after(taken);
            } else {
                next = readAlone();
            }
        }
        return next != null;
    }

    private TrackedEventMessage<?> message() {
        LogPage page = next;
        if (page == null) {
            throw new IllegalStateException("there is no page");
        }
        return page.toMessage();
    }

    private boolean hasRoom() {
        long position = folded.getAsLong();
        inHand = Arrays.stream(inHand).filter(each -> each > position).toArray();
        return inHand.length < PAGES_IN_HAND;
    }

    private @Nullable LogPage readAlone() {
        BlockingStream<TrackedEventMessage<?>> events = alone;
        if (events == null) {
            events = shared.log().openStream(taken);
            alone = events;
        }
        try {
            if (System.nanoTime() - restUntil < 0 || !events.hasNextAvailable()) {
                return null;
            }
            LogPage page = LogPage.read(events, taken);
            restUntil = System.nanoTime() + (page.isFull() ? 0 : SharedLog.REST.toNanos());
            return page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        return find();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!find()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TrackedEventMessage<?> message = message();
        take(message.trackingToken());
        return message;
    }

    private void take(TrackingToken token) {
        inHand = Arrays.copyOf(inHand, inHand.length + 1);
        inHand[inHand.length - 1] = token.position().orElse(-1);
        taken = token;
        next = null;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onAvailable = callback;
        return true;
    }

    private void closeAlone() {
        if (alone != null) {
            alone.close();
            alone = null;
        }
    }

    @Override
    public void close() {
        shared.leave(this);
        closeAlone();
    }
}
