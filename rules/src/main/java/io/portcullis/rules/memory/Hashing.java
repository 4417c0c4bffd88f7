package io.portcullis.rules.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dynatrace.hash4j.hashing.Hasher64;
import java.security.SecureRandom;

/** Names values by 64 bits, and identifiers by 64 bits more that no one else can work out. */
public final class Hashing {

    /** The seed is fixed: every machine has to remember the same log alike. */
    private static final Hasher64 KNOWN = com.dynatrace.hash4j.hashing.Hashing.komihash5_0(0x706f727463756c6cL);

    /** The seed is this process's own. */
    private static final Hasher64 SECRET =
            com.dynatrace.hash4j.hashing.Hashing.komihash5_0(new SecureRandom().nextLong());

    /** What is hashed of a value: its bytes, which are read eight at a time, faster than its characters. */
    public static byte[] bytes(String value) {
        return value.getBytes(UTF_8);
    }

    /** Never 0, which stands for "none". */
    public long hash(byte[] value) {
        long hash = hash(value, value.length);
        return hash == 0 ? 1 : hash;
    }

    /** As {@link #hash(byte[])}, of the value's bytes. */
    public long hash(String value) {
        return hash(bytes(value));
    }

    /** Tells two identifiers apart whose hashes are equal; no part of what is remembered, nor of what follows from it. */
    public long tag(byte[] identifier) {
        return SECRET.hashBytesToLong(identifier);
    }

    long hash(byte[] bytes, int length) {
        return KNOWN.hashBytesToLong(bytes, 0, length);
    }
}
