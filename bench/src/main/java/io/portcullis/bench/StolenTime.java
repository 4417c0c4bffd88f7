package io.portcullis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The share of the processors' time that a hypervisor gave to other machines while this one wanted it. Always none where
 * the system does not say.
 *
 * @param stolen since the machine started, in ticks
 * @param all likewise, whatever became of it
 */
record StolenTime(long stolen, long all) {

    private static final Path STATISTICS = Path.of("/proc/stat");

    /** user, nice, system, idle, iowait, irq, softirq, steal; what follows is part of user and nice. */
    private static final int FIELDS = 8;

    /** Until now. */
    static StolenTime now() throws IOException {
        return Files.isReadable(STATISTICS) ? of(Files.readAllLines(STATISTICS).get(0)) : new StolenTime(0, 0);
    }

    /** @param line the first of {@code /proc/stat}, of all processors together: see proc(5) */
    static StolenTime of(String line) {
        long[] ticks = Arrays.stream(line.split(" +"))
                .skip(1)
                .limit(FIELDS)
                .mapToLong(Long::parseLong)
                .toArray();
        return ticks.length < FIELDS
                ? new StolenTime(0, 0)
                : new StolenTime(ticks[FIELDS - 1], Arrays.stream(ticks).sum());
    }

    /** From 0 to 1. */
    double shareSince(StolenTime before) {
        return all == before.all ? 0 : (double) (stolen - before.stolen) / (all - before.all);
    }
}
