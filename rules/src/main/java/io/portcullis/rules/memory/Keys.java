package io.portcullis.rules.memory;

import org.jspecify.annotations.Nullable;

/**
 * Under what the memory knows the entities of an activity, by the ordinal of their kind. It is not always what they are
 * called: several addresses may share a key, and an entity that the activity does not name may have one.
 */
public final class Keys {

    private final @Nullable String[] names;
    private final long[] hashes;
    private final long[] tags;

    public Keys(int kinds) {
        this.names = new String[kinds];
        this.hashes = new long[kinds];
        this.tags = new long[kinds];
    }

    /**
     * @param hash of the name: see {@link Hashing#hash}
     * @param tag of the name: see {@link Hashing#tag}
     */
    public void set(int kind, String name, long hash, long tag) {
        names[kind] = name;
        hashes[kind] = hash;
        tags[kind] = tag;
    }

    /** Null where the activity touches none. */
    public @Nullable String name(int kind) {
        return names[kind];
    }

    public long hash(int kind) {
        return hashes[kind];
    }

    long tag(int kind) {
        return tags[kind];
    }

    long glance() {
        long seen = 0;
        for (int i = 0; i < hashes.length; i += Cells.LINE) {
            seen ^= hashes[i] ^ tags[i];
        }
        return seen;
    }
}
