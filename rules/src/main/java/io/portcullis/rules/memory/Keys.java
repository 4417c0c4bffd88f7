package io.portcullis.rules.memory;

import org.jspecify.annotations.Nullable;

/**
 * Under what the memory knows the entities of an activity, by the ordinal of their kind. It is not always what they are
 * called: several addresses may share a key, and an entity that the activity does not name may have one.
 *
 * @param names null where the activity touches none
 * @param hashes of the names: see {@link Hashing#hash}
 * @param tags of the names: see {@link Hashing#tag}
 */
public record Keys(@Nullable String[] names, long[] hashes, long[] tags) {

    public Keys(int kinds) {
        this(new String[kinds], new long[kinds], new long[kinds]);
    }

    public void set(int kind, String name, long hash, long tag) {
        names[kind] = name;
        hashes[kind] = hash;
        tags[kind] = tag;
    }

    long glance() {
        long seen = 0;
        for (int i = 0; i < hashes.length; i += Cells.LINE) {
            seen ^= hashes[i] ^ tags[i];
        }
        return seen;
    }
}
