package io.portcullis.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for the writer, bounded in activities and in bytes. Interactive submissions go first; none is ever split. */
final class SubmissionQueue {

    /** A low guess of what the writer does in a second, to tell refused clients when to come back. */
    private static final int ACTIVITIES_A_SECOND = 20_000;

    private final int capacity;
    private final long byteCapacity;
    private final Deque<Submission> interactive = new ArrayDeque<>();
    private final Deque<Submission> bulk = new ArrayDeque<>();
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
        if (closed) {
            throw new IntakeUnavailable("the server stops", null);
        }
        if (waiting > 0 && (waiting + submission.size() > capacity || waitingBytes + bytes > byteCapacity)) {
            throw new Overloaded(1 + waiting / ACTIVITIES_A_SECOND);
        }
        waiting += submission.size();
        waitingBytes += bytes;
        lane(submission).add(submission);
        notifyAll();
    }

    /**
     * Waits for submissions and takes as many as make a batch: at least one, and no more activities than the limit
     * unless the first alone exceeds it.
     *
     * @return empty once the queue is closed and drained
     */
    synchronized List<Submission> take(int limit) throws InterruptedException {
        inHand = 0;
        while (peek() == null && !closed) {
            wait();
        }
        List<Submission> batch = new ArrayList<>();
        int size = 0;
        for (Submission next = peek(); next != null; next = peek()) {
            if (size > 0 && size + next.size() > limit) {
                break;
            }
            lane(next).remove();
            batch.add(next);
            size += next.size();
            waitingBytes -= next.bytes();
        }
        waiting -= size;
        inHand = size;
        return batch;
    }

    private Deque<Submission> lane(Submission submission) {
        return submission.priority() == Priority.INTERACTIVE ? interactive : bulk;
    }

    private @Nullable Submission peek() {
        return interactive.isEmpty() ? bulk.peek() : interactive.peek();
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

    /** Takes out whatever still waits. */
    synchronized List<Submission> drain() {
        List<Submission> rest = new ArrayList<>(interactive);
        rest.addAll(bulk);
        interactive.clear();
        bulk.clear();
        waiting = 0;
        waitingBytes = 0;
        return rest;
    }
}
