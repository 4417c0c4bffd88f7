package io.portcullis.admission;

import java.time.Duration;

/**
 * How much of the server clients may occupy.
 *
 * @param refusedBodies of one address that are still read a little at the same time
 * @param bodies of one address, with a key, that are being received at the same time; beyond that the oldest is given
 *     up for the next. A gateway sends all its traffic from one address; what came with the head of its request does
 *     not count
 * @param decisions answered at the same time; each has a thread of its own
 * @param others calls with a key that are answered at the same time: bulk uploads and queries
 * @param open calls without a key that are answered at the same time: health, the OpenAPI document
 * @param receivedBytes of all bodies that are being received, together
 * @param grace how long a body may take at any rate
 * @param bytesPerSecond of a body, on average, after that
 * @param longestBody how long a body may take at most
 * @param longestAnswer how long a client may take to read an answer
 */
public record AdmissionSettings(
        int refusedBodies,
        int bodies,
        int decisions,
        int others,
        int open,
        long receivedBytes,
        Duration grace,
        int bytesPerSecond,
        Duration longestBody,
        Duration longestAnswer) {

    private static final long SMALLEST_SHARE = 64L << 20;
    private static final int FEWEST_OTHERS = 16;

    /** Room for the largest bodies of several clients, and for a gateway with a thousand calls at a time. */
    public static AdmissionSettings defaults() {
        return new AdmissionSettings(
                32,
                1_024,
                256,
                Math.max(FEWEST_OTHERS, 8 * Runtime.getRuntime().availableProcessors()),
                16,
                Math.max(SMALLEST_SHARE, Runtime.getRuntime().maxMemory() / 16),
                Duration.ofSeconds(5),
                1_024,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
    }

    /** Threads that the server needs: one for each call that is answered, and some for those that are refused. */
    public int threads() {
        return decisions + others + open + 32;
    }
}
