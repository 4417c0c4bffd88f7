package io.portcullis.intake;

import java.time.Duration;

/**
 * Bounds of the intake, counted in activities.
 *
 * @param queueCapacity how many may wait; beyond it submissions are refused
 * @param queueBytes how many bytes, as the log stores them, may wait; beyond it submissions are refused
 * @param batchLimit how many one transaction takes at most; fewer while decisions are waited for, see {@link Pacing}
 * @param idempotencyWindow among how many of the last activities an {@code id} is recognised; up to 33 million
 * @param checkpointEvery after how many more the memory is saved, which stops the intake for a third of a second
 *     for every 100,000 entities that are remembered
 * @param horizon how long ago a live activity may have happened
 */
public record IntakeSettings(
        int queueCapacity,
        long queueBytes,
        int batchLimit,
        int idempotencyWindow,
        long checkpointEvery,
        Duration horizon) {

    /** Days of {@link #horizon}. */
    public static final int HORIZON_DAYS = 400;

    public static final IntakeSettings DEFAULTS = new IntakeSettings(100_000, 512, 10_000_000);

    /** With a part of the memory for what waits: what is made of a byte takes a few. */
    public IntakeSettings(int queueCapacity, int batchLimit, int idempotencyWindow) {
        this(
                queueCapacity,
                Runtime.getRuntime().maxMemory() / 32,
                batchLimit,
                idempotencyWindow,
                2_000_000,
                Duration.ofDays(HORIZON_DAYS));
    }

    /** The same for live activities that may have happened so long ago. */
    public IntakeSettings withHorizon(Duration other) {
        return new IntakeSettings(queueCapacity, queueBytes, batchLimit, idempotencyWindow, checkpointEvery, other);
    }

    public IntakeSettings {
        if (queueCapacity < 1
                || queueBytes < 1
                || batchLimit < 1
                || idempotencyWindow < 1
                || idempotencyWindow > IdempotencyIndex.MAX_WINDOW
                || checkpointEvery < 1
                || horizon.isNegative()) {
            throw new IllegalArgumentException("a bound of the intake is out of its range");
        }
    }
}
