package io.portcullis.intake;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells every few seconds how far a recovery is, how fast it goes and how long it will take. */
final class RecoveryProgress {

    private static final long INTERVAL_NANOS = 5_000_000_000L;

    /** Positions between two looks at the clock. */
    private static final int STRIDE = 1_000;

    private final long end;
    private final LongSupplier nanos;
    private final Consumer<String> told;
    private long toldAt;
    private long toldPosition = -1;

    /**
     * @param end where the log ends
     * @param nanos as {@link System#nanoTime}
     */
    RecoveryProgress(long end, LongSupplier nanos, Consumer<String> told) {
        this.end = end;
        this.nanos = nanos;
        this.told = told;
    }

    /** Everything up to there is folded. */
    void at(long position) {
        if (toldPosition < 0) {
            toldPosition = position;
            toldAt = nanos.getAsLong();
        }
        if (position % STRIDE != 0) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - toldAt >= INTERVAL_NANOS) {
            double perSecond = (position - toldPosition) * 1e9 / (now - toldAt);
            told.accept(String.format(
                    "Recovering: at %,d of %,d activities (%d %%), %,.0f a second, about %,.0f s left",
                    position, end, 100 * position / end, perSecond, (end - position) / perSecond));
            toldAt = now;
            toldPosition = position;
        }
    }
}
