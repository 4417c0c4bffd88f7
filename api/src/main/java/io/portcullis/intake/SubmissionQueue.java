package io.portcullis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What waits for the writer, bounded in activities and in bytes. Interactive submissions go first. Large ones are taken
 * in slices, so that whoever comes next waits for a slice and not for the whole.
 */
final class SubmissionQueue {

    /** A low guess of what the writer does in a second, to tell refused clients when to come back. */
    private static final int ACTIVITIES_A_SECOND = 20_000;

    private final int capacity;
    private final long byteCapacity;
    private final Lane interactive = new Lane();
    private final Lane bulk = new Lane();
    private int waiting;
    private long waitingBytes;
    private int inHand;
    private boolean closed;

    SubmissionQueue(int capacity, long byteCapacity) {
        this.capacity = capacity;
        this.byteCapacity = byteCapacity;
    }

    /** @throws Overloaded when it does not fit; one that exceeds the capacity by itself fits an empty queue */
    void put(Submission submission) {
        put(submission, submission.bytes());
    }

    private synchronized void put(Submission submission, long bytes) {
        occupy(submission.size(), bytes);
        add(submission);
    }

    /**
     * Keeps room for what is about to come in pieces, so that none of them is refused when others were taken.
     *
     * @throws Overloaded as {@link #put(Submission)}
     */
    synchronized Room reserve(int activities, long bytes) {
        occupy(activities, bytes);
        return new Room(this, activities, bytes);
    }

    private void occupy(int activities, long bytes) {
        requireOpen();
        if (waiting > 0 && (waiting + activities > capacity || waitingBytes + bytes > byteCapacity)) {
            throw new Overloaded(1 + waiting / ACTIVITIES_A_SECOND);
        }
        waiting += activities;
        waitingBytes += bytes;
    }

    private void requireOpen() {
        if (closed) {
            throw new IntakeUnavailable("the server stops", null);
        }
    }

    private void add(Submission submission) {
        lane(submission).add(submission);
        notifyAll();
    }

    /** Adds a piece for which there is room already, of so many bytes. */
    synchronized void fill(Submission piece, long bytes) {
        requireOpen();
        waitingBytes += piece.bytes() - bytes;
        add(piece);
    }

    /** Gives room back that was not needed. */
    synchronized void giveBack(int activities, long bytes) {
        waiting -= activities;
        waitingBytes -= bytes;
    }

    /** Waits until there is something to take, the queue is closed, or the time has passed. */
    synchronized void await(long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && isEmpty() && !closed; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
        }
    }

    /** Whether nothing waits, though it may still come. */
    synchronized boolean isIdle() {
        return isEmpty() && !closed;
    }

    /**
     * Waits for submissions and takes what makes a batch: at least one activity, at most as many as the limit.
     *
     * @return empty once the queue is closed and drained
     */
    synchronized List<Slice> take(int limit) throws InterruptedException {
        inHand = 0;
        while (isEmpty() && !closed) {
            wait();
        }
        List<Slice> batch = new ArrayList<>();
        int size = 0;
        for (Lane lane : List.of(interactive, bulk)) {
            while (size < limit && !lane.isEmpty()) {
                Slice slice = lane.take(limit - size);
                batch.add(slice);
                size += slice.size();
                waitingBytes -= slice.isLast() ? slice.submission().bytes() : 0;
            }
        }
        waiting -= size;
        inHand = size;
        return batch;
    }

    /** Gives up what still waits of a submission that failed. */
    synchronized void giveUp(Submission submission) {
        int left = lane(submission).giveUp(submission);
        waiting -= left;
        waitingBytes -= left > 0 ? submission.bytes() : 0;
    }

    private Lane lane(Submission submission) {
        return submission.priority() == Priority.INTERACTIVE ? interactive : bulk;
    }

    private boolean isEmpty() {
        return interactive.isEmpty() && bulk.isEmpty();
    }

    /** How many activities wait. */
    synchronized int waiting() {
        return waiting;
    }

    /** How many activities were taken last and are not yet done with. */
    synchronized int inHand() {
        return inHand;
    }

    /** Refuses what comes from now on; what waits can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Takes out whatever still waits, at the end. */
    synchronized List<Submission> drain() {
        List<Submission> rest = new ArrayList<>(interactive.drain());
        rest.addAll(bulk.drain());
        return rest;
    }
}
