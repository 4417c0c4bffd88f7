package io.portcullis.intake;

/**
 * Bounds of the intake, counted in activities.
 *
 * @param queueCapacity how many may wait; beyond it submissions are refused
 * @param batchLimit how many one transaction takes, unless a single submission is larger
 * @param idempotencyWindow among how many of the last activities an {@code id} is recognised; up to 33 million
 */
public record IntakeSettings(int queueCapacity, int batchLimit, int idempotencyWindow) {

    public static final IntakeSettings DEFAULTS = new IntakeSettings(100_000, 2_000, 10_000_000);

    public IntakeSettings {
        if (queueCapacity < 1
                || batchLimit < 1
                || idempotencyWindow < 1
                || idempotencyWindow > IdempotencyIndex.MAX_WINDOW) {
            throw new IllegalArgumentException("a bound of the intake is out of its range");
        }
    }
}
