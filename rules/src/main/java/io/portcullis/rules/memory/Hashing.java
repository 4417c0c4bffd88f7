package io.portcullis.rules.memory;

import com.dynatrace.hash4j.hashing.Hasher64;

/** Names values by 64 bits. The seed is fixed: every machine has to remember the same log alike. */
public final class Hashing {

    private static final Hasher64 KOMIHASH = com.dynatrace.hash4j.hashing.Hashing.komihash5_0(0x706f727463756c6cL);

    /** Never 0, which stands for "none". */
    public long hash(String value) {
        long hash = KOMIHASH.hashCharsToLong(value);
        return hash == 0 ? 1 : hash;
    }

    long hash(byte[] bytes, int length) {
        return KOMIHASH.hashBytesToLong(bytes, 0, length);
    }
}
