package io.portcullis.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/**
 * Activities and flags over event time, in at most {@value #MOST} buckets of one width, which doubles as history grows
 * longer.
 */
final class Timeline {

    static final int MOST = 120;

    /** What happened in a bucket; {@code before} counts flags under the rules that are compared with. */
    record Bucket(long activities, long flagged, long before) {

        Bucket plus(Bucket other) {
            return new Bucket(activities + other.activities, flagged + other.flagged, before + other.before);
        }
    }

    private TreeMap<Long, Bucket> buckets = new TreeMap<>();
    private long width = 1;

    void add(Instant time, boolean flagged, boolean before) {
        long key = Math.floorDiv(time.getEpochSecond(), width);
        buckets.merge(key, new Bucket(1, flagged ? 1 : 0, before ? 1 : 0), Bucket::plus);
        while (buckets.lastKey() - buckets.firstKey() >= MOST) {
            widen();
        }
    }

    private void widen() {
        TreeMap<Long, Bucket> wider = new TreeMap<>();
        buckets.forEach((key, bucket) -> wider.merge(Math.floorDiv(key, 2L), bucket, Bucket::plus));
        buckets = wider;
        width *= 2;
    }

    boolean isEmpty() {
        return buckets.isEmpty();
    }

    Duration width() {
        return Duration.ofSeconds(width);
    }

    Instant start() {
        return Instant.ofEpochSecond(buckets.firstKey() * width);
    }

    Instant end() {
        return Instant.ofEpochSecond((buckets.lastKey() + 1) * width);
    }

    /** From the first to the last, those without activities included. */
    Bucket[] toArray() {
        if (buckets.isEmpty()) {
            return new Bucket[0];
        }
        Bucket[] all = new Bucket[Math.toIntExact(buckets.lastKey() - buckets.firstKey() + 1)];
        for (int i = 0; i < all.length; i++) {
            all[i] = buckets.getOrDefault(buckets.firstKey() + i, new Bucket(0, 0, 0));
        }
        return all;
    }
}
