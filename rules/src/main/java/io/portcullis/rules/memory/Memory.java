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

    /** How the latest activity touches the entities, by the ordinal of their kind. */
    private final Touch[] touches;

    public Memory(Schema schema) {
        this.schema = schema;
        this.schemas = Arrays.stream(KINDS).map(schema::of).toArray(KindSchema[]::new);
        this.populations = Arrays.stream(KINDS)
                .map(kind -> new Population(schema.of(kind)))
                .toArray(Population[]::new);
        this.touches = Arrays.stream(KINDS)
                .map(kind -> new Touch(kind, schema.of(kind)))
                .toArray(Touch[]::new);
    }

    /** Remembers the activity with all its entities, and turns to them. */
    public void observe(Observation activity) {
        sweep(activity.time());
        for (int kind = 0; kind < KINDS.length; kind++) {
            touches[kind].turnTo(activity, entity(activity, kind), clock.now());
        }
        // All are looked up before any is folded, so that the processor fetches them at the same time.
        for (Touch touch : touches) {
            touch.fold();
        }
    }

    /**
     * Looks at what observing the activity is going to need, so that the processor fetches it meanwhile.
     *
     * @return something of what it saw, or else the look could be left out
     */
    public long glance(Observation next) {
        long seen = 0;
        for (int kind = 0; kind < KINDS.length; kind++) {
            Keys keys = next.keys();
            if (keys.name(kind) != null) {
                seen ^= populations[kind].glance(keys.hash(kind), keys.tag(kind));
            }
        }
        return seen;
    }

    private @Nullable EntityMemory entity(Observation activity, int kind) {
        Keys keys = activity.keys();
        String key = keys.name(kind);
        if (key == null || !schemas[kind].isAsked()) {
            return null;
        }
        long horizon = schemas[kind].horizon();
        return populations[kind].touch(
                key, keys.hash(kind), keys.tag(kind), activity.time(), horizon, clock.now() - horizon);
    }

    /** Counts the latest activity under further tallies, which rules found. */
    public void count(Marks marks) {
        for (Touch touch : touches) {
            touch.count(marks);
        }
    }

    /** Raises the standing of an entity of the latest activity, where rules ask for it. */
    public void accuse(EntityKind kind, int score) {
        EntityMemory entity = touches[kind.ordinal()].entity();
        Standing standing = schemas[kind.ordinal()].standing();
        if (entity != null && standing != null) {
            standing.raise(entity, score, entity.lastSeen());
        }
    }

    /** Answers for the entity of that kind of whatever activity was observed last. */
    public Recollection recollection(EntityKind kind) {
        return new Recollection(
                schema.of(kind), touches[kind.ordinal()], touches[EntityKind.ENDPOINT.ordinal()], schema.peers(kind));
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
