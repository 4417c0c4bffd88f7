package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The memory of all entities. It observes one activity after the other, in the order of the log, and answers for the
 * entities that the latest one touches.
 */
public final class Memory {

    private static final EntityKind[] KINDS = EntityKind.values();

    /** Silent entities are looked for whenever the log's clock has gone this part of their horizon, */
    private static final int SWEEPS = 8;

    /** but no more often than this, milliseconds; until then, they go when their table needs the room. */
    private static final long BETWEEN_SWEEPS = 6 * 3_600_000L;

    private final Schema schema;
    private final KindSchema[] schemas;
    private final Population[] populations;
    /** By kind, when the log's clock next makes it worthwhile to look for silent entities. */
    private final long[] sweeps = new long[KINDS.length];

    private long nextSweep = Long.MIN_VALUE;
    private final LogClock clock = new LogClock();
    private final Hashing hashing = new Hashing();

    /** The entities of the latest activity, by the ordinal of their kind. */
    private final @Nullable EntityMemory[] current = new EntityMemory[KINDS.length];

    private @Nullable Observation latest;

    /** Where rules found that the latest activity counts too. */
    private @Nullable Marks further;

    public Memory(Schema schema) {
        this.schema = schema;
        this.schemas = Arrays.stream(KINDS).map(schema::of).toArray(KindSchema[]::new);
        this.populations = Arrays.stream(KINDS).map(kind -> new Population()).toArray(Population[]::new);
    }

    /** Remembers the activity with all its entities, and turns to them. */
    public void observe(Observation activity) {
        sweep(activity.time());
        latest = activity;
        further = null;
        for (int kind = 0; kind < KINDS.length; kind++) {
            String id = activity.id(kind);
            if (id == null || !schemas[kind].isAsked()) {
                current[kind] = null;
            } else {
                EntityMemory entity = populations[kind].touch(
                        id,
                        activity.hash(kind),
                        activity.time(),
                        schemas[kind].horizon(),
                        clock.now() - schemas[kind].horizon());
                current[kind] = entity;
                fold(activity, entity, schemas[kind], schemas[kind].untallied);
                fold(activity, entity, schemas[kind], activity.marks().of(kind));
            }
        }
    }

    /** Counts the latest activity under further tallies, which rules found. */
    public void count(Observation activity, Marks marks) {
        further = marks;
        for (int kind = 0; kind < KINDS.length; kind++) {
            EntityMemory entity = current[kind];
            if (entity != null) {
                int[] counted = activity.marks().of(kind);
                for (int slot : marks.of(kind)) {
                    // An activity counts once, however many rules count it.
                    if (!contains(counted, slot)) {
                        fold(activity, entity, schemas[kind], slot);
                    }
                }
            }
        }
    }

    private static void fold(Observation activity, EntityMemory entity, KindSchema schema, int[] slots) {
        for (int slot : slots) {
            fold(activity, entity, schema, slot);
        }
    }

    private static void fold(Observation activity, EntityMemory entity, KindSchema schema, int index) {
        int subject = schema.subjects[index];
        switch (schema.shapes[index]) {
            case COUNT -> ((Window) entity.slot(index, schema)).add(activity.time(), 1, entity.lastSeen());
            case SUM -> {
                if (activity.sum(subject) != 0) {
                    ((Window) entity.slot(index, schema))
                            .add(activity.time(), activity.sum(subject), entity.lastSeen());
                }
            }
            case DISTINCT -> {
                if (activity.hash(subject) == 0) {
                    if (entity.slot(index) instanceof DistinctSet set) {
                        set.skip();
                    }
                } else {
                    ((DistinctSet) entity.slot(index, schema))
                            .add(activity.time(), activity.hash(subject), entity.lastSeen());
                }
            }
            case LAST -> ((Last) entity.slot(index, schema)).add(activity.time());
            case PACE -> ((Pace) entity.slot(index, schema)).add(activity.time());
            case RUN -> {
                if (activity.number() >= 0) {
                    ((Run) entity.slot(index, schema)).add(activity.time(), activity.number());
                }
            }
            case SWITCHES -> {
                if (activity.hash(subject) != 0) {
                    ((Switches) entity.slot(index, schema))
                            .add(activity.time(), activity.hash(subject), entity.lastSeen());
                }
            }
            case TRAVEL -> {
                if (activity.place().isKnown()) {
                    ((Travel) entity.slot(index, schema)).add(activity.time(), activity.place());
                } else if (entity.slot(index) instanceof Travel travel) {
                    travel.skip();
                }
            }
            case STANDING -> throw new IllegalStateException("no activity raises a standing");
        }
    }

    /** Raises the standing of an entity of the latest activity, where rules ask for it. */
    public void accuse(EntityKind kind, int score) {
        EntityMemory entity = current[kind.ordinal()];
        KindSchema ofKind = schemas[kind.ordinal()];
        if (entity != null && ofKind.standing() >= 0) {
            ((Standing) entity.slot(ofKind.standing(), ofKind)).raise(score, entity.lastSeen());
        }
    }

    /** Answers for the entity of that kind of whatever activity was observed last. */
    public Recollection recollection(EntityKind kind) {
        return new Recollection(
                schema.of(kind),
                () -> current[kind.ordinal()],
                () -> latest == null ? null : latest.id(kind.ordinal()),
                slot -> counts(kind.ordinal(), slot));
    }

    /** Whether the latest activity counts in that slot. */
    private boolean counts(int kind, int slot) {
        return schemas[kind].shapes.length > slot
                && (contains(schemas[kind].untallied, slot)
                        || latest != null && contains(latest.marks().of(kind), slot)
                        || further != null && contains(further.of(kind), slot));
    }

    private static boolean contains(int[] slots, int slot) {
        return Arrays.binarySearch(slots, slot) >= 0;
    }

    private void sweep(long time) {
        clock.advance(time);
        long now = clock.now();
        if (now < nextSweep) {
            return;
        }
        for (int kind = 0; kind < KINDS.length; kind++) {
            if (now >= sweeps[kind] && nextSweep > Long.MIN_VALUE) {
                populations[kind].evictBefore(now - schemas[kind].horizon());
            }
        }
        planSweeps(now);
    }

    /** Each at a multiple of its step, so that a memory that was read goes on as the one that was written. */
    private void planSweeps(long now) {
        nextSweep = Long.MAX_VALUE;
        for (int kind = 0; kind < KINDS.length; kind++) {
            long step = Math.max(BETWEEN_SWEEPS, schemas[kind].horizon() / SWEEPS);
            sweeps[kind] = (Math.floorDiv(now, step) + 1) * step;
            nextSweep = Math.min(nextSweep, sweeps[kind]);
        }
    }

    /** How many entities are remembered. */
    public long size() {
        return Arrays.stream(populations).mapToLong(Population::size).sum();
    }

    /** Equal for equal memories, whatever way they came to be. */
    public long hash() {
        long hash = new Fingerprint().of(clock::write);
        for (EntityKind kind : KINDS) {
            hash += populations[kind.ordinal()].hash(kind);
        }
        return hash;
    }

    public void write(DataOutput out) throws IOException {
        clock.write(out);
        for (Population population : populations) {
            population.write(out);
        }
    }

    /** Reads what {@link #write} wrote under the same schema, into this memory while it is new. */
    public void read(DataInput in) throws IOException {
        clock.read(in);
        if (clock.now() > Long.MIN_VALUE) {
            planSweeps(clock.now());
        }
        for (int kind = 0; kind < KINDS.length; kind++) {
            populations[kind] = Population.read(in, schemas[kind], hashing);
        }
    }
}
