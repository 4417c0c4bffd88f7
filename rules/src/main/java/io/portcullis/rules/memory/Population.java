package io.portcullis.rules.memory;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entities of one kind that are remembered: a hash table with open addressing, one probe for most look-ups. */
final class Population implements Iterable<EntityMemory> {

    private static final int INITIAL = 1024;

    private @Nullable EntityMemory[] table = new EntityMemory[INITIAL];
    private int size;

    /** The entity, remembered from now on if it was not yet. */
    EntityMemory touch(String id, long hash, long time, long horizon) {
        int at = indexOf(id, hash);
        EntityMemory entity = table[at];
        if (entity == null) {
            entity = new EntityMemory(id, hash, time);
            table[at] = entity;
            if (++size > table.length - (table.length >> 2)) {
                rebuild(table.length * 2, Long.MIN_VALUE);
            }
        } else {
            entity.seen(time, horizon);
        }
        return entity;
    }

    void add(EntityMemory entity) {
        if (size >= table.length - (table.length >> 2)) {
            rebuild(table.length * 2, Long.MIN_VALUE);
        }
        table[indexOf(entity.id, entity.hash)] = entity;
        size++;
    }

    /** Forgets who was last seen before that time. */
    void evictBefore(long time) {
        rebuild(table.length, time);
        while (table.length > INITIAL && size < table.length / 4) {
            rebuild(table.length / 2, Long.MIN_VALUE);
        }
    }

    int size() {
        return size;
    }

    /** Where the entity is, or would be. */
    private int indexOf(String id, long hash) {
        int mask = table.length - 1;
        int at = (int) (hash >>> 32) & mask;
        for (EntityMemory found = table[at]; found != null; found = table[at]) {
            if (found.hash == hash && found.id.equals(id)) {
                return at;
            }
            at = at + 1 & mask;
        }
        return at;
    }

    private void rebuild(int capacity, long before) {
        @Nullable EntityMemory[] old = table;
        table = new EntityMemory[capacity];
        size = 0;
        for (EntityMemory entity : old) {
            if (entity != null && entity.lastSeen() >= before) {
                table[indexOf(entity.id, entity.hash)] = entity;
                size++;
            }
        }
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
