package io.portcullis.intake;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongPredicate;

/**
 * Where the last activities are, by {@code id}: eight bytes an entry (38 bits of a hash, the low 26 of the position), in
 * an open-addressing table that forgets what the window has left. A find is a guess that its caller verifies against
 * the log. One thread writes, any may find.
 */
final class IdempotencyIndex {

    /** The largest window: positions must be told apart by their low bits, with room for those already left. */
    static final int MAX_WINDOW = 1 << 25;

    private static final int POSITION_BITS = 26;
    private static final long POSITION_MASK = (1L << POSITION_BITS) - 1;
    private static final int SMALLEST = 1 << 12;

    private final int window;
    private long seed = new SecureRandom().nextLong();
    private volatile Hasher64 hasher = Hashing.komihash5_0(seed);
    private volatile AtomicLongArray slots = new AtomicLongArray(SMALLEST);
    private volatile long last;
    private int used;

    /** @param window how many of the last activities it knows, at most {@link #MAX_WINDOW} */
    IdempotencyIndex(int window) {
        this.window = window;
    }

    /**
     * The position of the activity with that id, or 0.
     *
     * @param verify whether the activity at a position has that id
     */
    long find(String id, LongPredicate verify) {
        long hash = hash(id);
        AtomicLongArray table = slots;
        int mask = table.length() - 1;
        for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
            long entry = table.getOpaque(slot);
            if (entry == 0) {
                return 0;
            }
            if (entry >>> POSITION_BITS == hash && isAlive(position(entry)) && verify.test(position(entry))) {
                return position(entry);
            }
        }
    }

    /** @param position one more than the last */
    void add(String id, long position) {
        if (used >= slots.length() / 4 * 3) {
            sweep();
        }
        last = position;
        insert(slots, hash(id) << POSITION_BITS | position & POSITION_MASK);
        used++;
    }

    /** Takes back what was added behind a position: the entries stay, but outside every window. */
    void rewind(long position) {
        last = position;
    }

    void clear() {
        slots = new AtomicLongArray(SMALLEST);
        used = 0;
        last = 0;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(seed);
        out.writeLong(last);
        out.writeInt(alive());
        for (int slot = 0; slot < slots.length(); slot++) {
            long entry = slots.getPlain(slot);
            if (entry != 0 && isAlive(position(entry))) {
                out.writeLong(entry);
            }
        }
    }

    void restore(DataInput in) throws IOException {
        seed = in.readLong();
        hasher = Hashing.komihash5_0(seed);
        last = in.readLong();
        used = in.readInt();
        if (used < 0 || used > MAX_WINDOW) {
            throw new IOException("an index of " + used + " ids is out of its range");
        }
        AtomicLongArray table = new AtomicLongArray(capacity(used));
        for (int i = 0; i < used; i++) {
            insert(table, in.readLong());
        }
        slots = table;
    }

    /** Makes room: drops what the window has left, and grows where that is not enough. */
    private void sweep() {
        int alive = alive();
        AtomicLongArray table = new AtomicLongArray(capacity(alive));
        for (int slot = 0; slot < slots.length(); slot++) {
            long entry = slots.getPlain(slot);
            if (entry != 0 && isAlive(position(entry))) {
                insert(table, entry);
            }
        }
        slots = table;
        used = alive;
    }

    private int alive() {
        int alive = 0;
        for (int slot = 0; slot < slots.length(); slot++) {
            long entry = slots.getPlain(slot);
            if (entry != 0 && isAlive(position(entry))) {
                alive++;
            }
        }
        return alive;
    }

    private static int capacity(int entries) {
        int capacity = SMALLEST;
        while (capacity * 0.6 < entries) {
            capacity <<= 1;
        }
        return capacity;
    }

    private static void insert(AtomicLongArray table, long entry) {
        int mask = table.length() - 1;
        int slot = (int) (entry >>> POSITION_BITS) & mask;
        while (table.getPlain(slot) != 0) {
            slot = (slot + 1) & mask;
        }
        table.setOpaque(slot, entry);
    }

    /** 38 bits, never zero, so that no entry looks like an empty slot. */
    private long hash(String id) {
        return Math.max(1, hasher.hashCharsToLong(id) >>> POSITION_BITS);
    }

    private long position(long entry) {
        long newest = last;
        return newest - (newest - entry & POSITION_MASK);
    }

    private boolean isAlive(long position) {
        return position > 0 && position > last - window;
    }
}
