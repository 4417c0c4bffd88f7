package io.portcullis.replay;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.security.SecureRandom;

/**
 * Identifiers seen before, as 64-bit hashes: 12 to 24 bytes each. Among ten million, two different ones are taken for
 * the same with a probability of 3 in a million; the seed keeps anybody from arranging it.
 */
final class SeenIds {

    private final Hasher64 hasher = Hashing.komihash5_0(new SecureRandom().nextLong());
    private long[] table = new long[1 << 12];
    private int size;

    /** @return whether it is new */
    boolean add(String id) {
        long hash = hasher.hashCharsToLong(id);
        // Zero marks a free place.
        if (!insert(table, hash == 0 ? 1 : hash)) {
            return false;
        }
        if (++size > table.length / 3 * 2) {
            grow();
        }
        return true;
    }

    private static boolean insert(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = at + 1 & mask;
        }
        table[at] = hash;
        return true;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                insert(larger, hash);
            }
        }
        table = larger;
    }
}
