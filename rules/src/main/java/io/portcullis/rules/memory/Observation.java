package io.portcullis.rules.memory;

import org.jspecify.annotations.Nullable;

/** What the memory needs of an activity. It owns the arrays that it was made of. */
public final class Observation {

    private final long time;
    private final @Nullable String[] ids;
    private final Keys keys;
    private final long[] hashes;
    private final long[] sums;
    private final long number;
    private final Place place;
    private final Marks marks;

    /**
     * @param time event time, milliseconds since the epoch
     * @param ids of the entities, by the ordinal of their kind; null where it touches none
     * @param keys under which they are remembered
     * @param hashes of the values of each {@link Dimension}, by its index; 0 where the activity has none
     * @param sums by {@link SumField#ordinal}
     * @param number of the resource, where it has one; else -1
     * @param place where it comes from
     * @param marks where it counts
     */
    public Observation(
            long time,
            @Nullable String[] ids,
            Keys keys,
            long[] hashes,
            long[] sums,
            long number,
            Place place,
            Marks marks) {
        this.time = time;
        this.ids = ids;
        this.keys = keys;
        this.hashes = hashes;
        this.sums = sums;
        this.number = number;
        this.place = place;
        this.marks = marks;
    }

    /** Looks at all of it; see {@link Memory#glance}. */
    public long glance() {
        long seen = time ^ number ^ sums.length ^ keys.glance();
        for (int i = 0; i < hashes.length; i += Cells.LINE) {
            seen ^= hashes[i];
        }
        return seen;
    }

    long time() {
        return time;
    }

    @Nullable
    String id(int kind) {
        return ids[kind];
    }

    Keys keys() {
        return keys;
    }

    /** Whether the activity does not name the entity of that kind, and something else stands in for it. */
    boolean isStandIn(int kind) {
        return ids[kind] == null && keys.name(kind) != null;
    }

    long hash(int dimension) {
        return hashes[dimension];
    }

    long sum(int field) {
        return sums[field];
    }

    long number() {
        return number;
    }

    Place place() {
        return place;
    }

    Marks marks() {
        return marks;
    }
}
