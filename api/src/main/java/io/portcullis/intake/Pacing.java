package io.portcullis.intake;

import java.util.List;

/**
 * How many activities the next transaction takes. As many as there may be, while nobody waits for a decision; else what
 * is done in about five milliseconds, on a machine as fast as this one is now. Used by the writer's thread.
 */
final class Pacing {

    /** How long a decision may wait for a transaction before its own, nanoseconds. */
    static final long SLICE = 5_000_000;

    /** Fewer do not end sooner: what a commit costs by itself is the rest. */
    static final int FEWEST = 16;

    /** How long after a decision the next one is expected, nanoseconds. */
    private static final long EXPECTED = 1_000_000_000;

    /** From one transaction to the next. */
    private static final double MOST_MORE = 1.25;

    private static final double MOST_FEWER = 0.5;

    private final int most;
    private double paced;
    private boolean asked;
    private long askedAt;

    /** @param most that a transaction may ever take */
    Pacing(int most) {
        this.most = most;
        this.paced = Math.min(most, 4.0 * FEWEST);
    }

    /** @param now by {@link System#nanoTime} */
    int limit(long now) {
        return asked && now - askedAt < EXPECTED ? (int) paced : most;
    }

    /** Learns from a transaction that was begun and stored at those times, by {@link System#nanoTime}. */
    void took(List<Slice> batch, long begun, long stored) {
        if (batch.stream().anyMatch(slice -> slice.submission().priority() == Priority.INTERACTIVE)) {
            asked = true;
            askedAt = stored;
        }
        int size = batch.stream().mapToInt(Slice::size).sum();
        if (size >= (int) paced) {
            double apt = size * (double) SLICE / Math.max(1, stored - begun);
            double next = Math.max(paced * MOST_FEWER, Math.min(paced * MOST_MORE, apt));
            paced = Math.max(Math.min(FEWEST, most), Math.min(most, next));
        }
    }
}
