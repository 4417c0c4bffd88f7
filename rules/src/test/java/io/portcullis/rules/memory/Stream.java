package io.portcullis.rules.memory;

import java.util.Random;

/** A seeded stream of event times: mostly in order, some late, now and then a silence. */
final class Stream {

    private final Random random;
    private final long step;
    private final long late;
    private long now = 1_700_000_000_000L;

    /**
     * @param step the longest time between two events, milliseconds
     * @param late by how much the late ones are late at most, milliseconds; 0 when all are in order
     */
    Stream(long seed, long step, long late) {
        this.random = new Random(seed);
        this.step = step;
        this.late = late;
    }

    /** The next event's time; {@link #now} moves on unless it is late. */
    long next() {
        if (late > 0 && random.nextInt(4) == 0) {
            return now - random.nextLong(late);
        }
        now += random.nextInt(500) == 0 ? 400 * step : random.nextLong(step + 1);
        return now;
    }

    /** The latest time so far. */
    long now() {
        return now;
    }

    Random random() {
        return random;
    }
}
