package io.portcullis.rules.memory;

import io.portcullis.domain.entity.EntityKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The entities of one kind that are remembered: a hash table with open addressing, one probe for most look-ups.
 *
 * <p>An entity is told from others by the 128 bits of its hash and its tag, which spares a look at its identifier far
 * away. No two share them by chance; and as the tag is secret, nobody can make up an identifier that does, to spoil or
 * to share another's memory. Where an entity lies follows from its tag, so that nobody can have many look-ups collide.
 */
final class Population implements Iterable<EntityMemory> {

    private static final int INITIAL = 1024;

    /** What is hashed by one processor in a go. */
    private static final int STRIPE = INITIAL;

    /** So that someone who makes up identifiers fills no more than a gibibyte or so. */
    private static final int MOST = 1 << 21;

    private static final int LARGEST = 4 * MOST;

    private final KindSchema schema;
    private final int most;

    private @Nullable EntityMemory[] table = new EntityMemory[INITIAL];
    private int size;

    Population(KindSchema schema) {
        this(schema, MOST);
    }

    /** @param most how many are remembered; with more, a quarter is forgotten */
    Population(KindSchema schema, int most) {
        this.schema = schema;
        this.most = most;
    }

    /**
     * The entity, remembered from now on if it was not yet.
     *
     * @param horizon how long a silent entity is remembered, milliseconds
     * @param edge who was last seen before it makes room when room is short
     */
    EntityMemory touch(String id, long hash, long tag, long time, long horizon, long edge) {
        int at = indexOf(hash, tag);
        EntityMemory entity = table[at];
        if (entity == null) {
            entity = new EntityMemory(id, hash, tag, time, schema);
            table[at] = entity;
            if (++size > table.length - (table.length >> 2)) {
                evictBefore(edge);
            }
            if (size > most) {
                forgetAQuarter();
            }
        } else {
            entity.seen(time, horizon, edge, schema);
        }
        return entity;
    }

    /** Looks at the entity; see {@link Memory#glance}. */
    long glance(long hash, long tag) {
        EntityMemory entity = table[indexOf(hash, tag)];
        return entity == null ? 0 : entity.glance();
    }

    /** Forgets who was last seen before that time; the table is left a quarter to a half full, or at its smallest. */
    void evictBefore(long time) {
        int live = 0;
        for (EntityMemory entity : table) {
            if (entity != null && entity.lastSeen() >= time) {
                live++;
            }
        }
        keep(Math.max(INITIAL, Integer.highestOneBit(Math.max(1, live)) << 2), entity -> entity.lastSeen() >= time);
    }

    /** Those who came but once go first, those who were silent longest before others. */
    private void forgetAQuarter() {
        long[] worths = new long[size];
        int at = 0;
        for (EntityMemory entity : this) {
            worths[at++] = entity.worth();
        }
        Arrays.sort(worths);
        long least = worths[size / 4];
        // Where a quarter came at the same instant, all of them go.
        keep(table.length, worths[0] < least ? entity -> entity.worth() >= least : entity -> entity.worth() > least);
    }

    int size() {
        return size;
    }

    /** Where the entity is, or would be. */
    private int indexOf(long hash, long tag) {
        int mask = table.length - 1;
        int at = (int) tag & mask;
        for (EntityMemory found = table[at]; found != null; found = table[at]) {
            if (found.tag == tag && found.hash == hash) {
                return at;
            }
            at = at + 1 & mask;
        }
        return at;
    }

    private void keep(int capacity, Predicate<EntityMemory> worthIt) {
        @Nullable EntityMemory[] old = table;
        table = new EntityMemory[capacity];
        size = 0;
        for (EntityMemory entity : old) {
            if (entity != null && worthIt.test(entity)) {
                table[indexOf(entity.hash, entity.tag)] = entity;
                size++;
            }
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(table.length);
        out.writeInt(size);
        for (EntityMemory entity : this) {
            entity.write(out, schema);
        }
    }

    /** The sum over all entities, wherever in the table they are; on all processors. */
    long hash(EntityKind kind) {
        return IntStream.range(0, table.length / STRIPE)
                .parallel()
                .mapToLong(stripe -> hash(kind, stripe * STRIPE))
                .sum();
    }

    private long hash(EntityKind kind, int start) {
        Fingerprint fingerprint = new Fingerprint();
        long hash = 0;
        for (int at = start; at < start + STRIPE; at++) {
            EntityMemory entity = table[at];
            if (entity != null) {
                hash += fingerprint.of(out -> {
                    out.writeByte(kind.ordinal());
                    entity.write(out, schema);
                });
            }
        }
        return hash;
    }

    /** The table gets the size that it had, because that decides when silent entities are forgotten. */
    static Population read(DataInput in, KindSchema schema, Hashing hashing) throws IOException {
        Population population = new Population(schema);
        int capacity = in.readInt();
        int size = in.readInt();
        // Of what is damaged, a number here could ask for more than there is.
        if (Integer.bitCount(capacity) != 1
                || capacity < INITIAL
                || capacity > LARGEST
                || size < 0
                || size >= capacity) {
            throw new IOException("no table holds " + size + " entities of " + capacity);
        }
        population.table = new EntityMemory[capacity];
        for (int i = 0; i < size; i++) {
            EntityMemory entity = EntityMemory.read(in, hashing, schema);
            population.table[population.indexOf(entity.hash, entity.tag)] = entity;
        }
        population.size = size;
        return population;
    }

    @Override
    public Iterator<EntityMemory> iterator() {
        return new Iterator<>() {
            private int at = -1;
            private @Nullable EntityMemory next = advance();

            private @Nullable EntityMemory advance() {
                while (++at < table.length) {
                    if (table[at] != null) {
                        return table[at];
                    }
                }
                return null;
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public EntityMemory next() {
                EntityMemory entity = next;
                if (entity == null) {
                    throw new NoSuchElementException();
                }
                next = advance();
                return entity;
            }
        };
    }
}
