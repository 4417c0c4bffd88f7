package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import org.jspecify.annotations.Nullable;

/** What the memory needs of an activity. It owns the arrays that it was made of. */
public final class Observation {

    private static final int IP = EntityKind.IP.ordinal();

    private final long time;
    private final @Nullable String[] ids;
    private final @Nullable String source;
    private final long[] hashes;
    private final long[] tags;
    private final long[] sums;
    private final long number;
    private final Place place;
    private final Marks marks;

    /**
     * @param time event time, milliseconds since the epoch
     * @param ids of the entities, by the ordinal of their kind; null where it touches none
     * @param source under which its {@code ip} is remembered, which several addresses may share; null where it has none
     * @param hashes of the values of each {@link Dimension}, by its index, of the source in place of the {@code ip}; 0
     *     where the activity has none
     * @param tags of the entities, by the ordinal of their kind, of the source in place of the {@code ip}: see
     *     {@link Hashing#tag}
     * @param sums by {@link SumField#ordinal}
     * @param number of the resource, where it has one; else -1
     * @param place where it comes from
     * @param marks where it counts
     */
    public Observation(
            long time,
            @Nullable String[] ids,
            @Nullable String source,
            long[] hashes,
            long[] tags,
            long[] sums,
            long number,
            Place place,
            Marks marks) {
        this.time = time;
        this.ids = ids;
        this.source = source;
        this.hashes = hashes;
        this.tags = tags;
        this.sums = sums;
        this.number = number;
        this.place = place;
        this.marks = marks;
    }

    /** Looks at all of it; see {@link Memory#glance}. */
    public long glance() {
        long seen = time ^ number ^ sums.length;
        for (int i = 0; i < hashes.length; i += Cells.LINE) {
            seen ^= hashes[i];
        }
        for (int i = 0; i < tags.length; i += Cells.LINE) {
            seen ^= tags[i];
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

    /** What the memory calls the entity of that kind. */
    @Nullable
    String key(int kind) {
        return kind == IP ? source : ids[kind];
    }

    long hash(int dimension) {
        return hashes[dimension];
    }

    /** Of the entity of that kind. */
    long tag(int kind) {
        return tags[kind];
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
