package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The words that an entity's slots remember, all in one array: an activity counts in dozens of slots, and what costs is
 * to fetch what they remember from afar. Each slot that was ever filled has a region there, which moves when it grows.
 *
 * <p>A region is known by where its first word lies. Before it lies a header: how many words the region has room for
 * and how many it uses, 16 bits each, and 32 bits of the slot's own. Where a region lies is no part of what is
 * remembered.
 */
final class Cells {

    /** Of a slot that was never filled. */
    static final int NOWHERE = 0;

    private static final int[] NO_PLACES = {};
    private static final long[] NO_WORDS = {};

    /** How many more slots there is a place for than are filled: those that are filled often come first. */
    private static final int SPARE = 8;

    private static final int INITIAL = 24;
    private static final int HALF = 16;
    private static final int LOW = (1 << HALF) - 1;

    /** By slot, where its region is. */
    private int[] places = NO_PLACES;

    private long[] words = NO_WORDS;
    /** Behind the last region; from there on, all words are 0. */
    private int end;

    /** Where the slot's region is; {@link #NOWHERE} when it was never filled. */
    int at(int slot) {
        return slot < places.length ? places[slot] : NOWHERE;
    }

    /**
     * Where the slot's region is, which is made when it was never filled.
     *
     * @param used how many of its words are used then; they are 0
     * @param room how many it has room for then
     */
    int open(int slot, int used, int room) {
        int at = at(slot);
        if (at == NOWHERE) {
            if (slot >= places.length) {
                places = Arrays.copyOf(places, slot + SPARE);
            }
            at = claim(room);
            places[slot] = at;
            use(at, used);
        }
        return at;
    }

    long get(int word) {
        return words[word];
    }

    void set(int word, long value) {
        words[word] = value;
    }

    /** How many words of the region are used. */
    int used(int at) {
        return (int) (words[at - 1] >>> HALF) & LOW;
    }

    /** What the slot notes about its words; 0 until it does. */
    int note(int at) {
        return (int) (words[at - 1] >>> Integer.SIZE);
    }

    void note(int at, int note) {
        words[at - 1] = words[at - 1] & 0xffff_ffffL | (long) note << Integer.SIZE;
    }

    /**
     * Makes room for more words.
     *
     * @param offset from the region's first word
     * @return where the region is now
     */
    int insert(int slot, int offset, int count) {
        int at = places[slot];
        int used = used(at);
        if (used + count > room(at)) {
            at = grow(slot, at, Math.max(used + count, 2 * room(at)));
        }
        move(at + offset, at + offset + count, used - offset);
        use(at, used + count);
        return at;
    }

    /** @param offset from the region's first word */
    void remove(int at, int offset, int count) {
        int used = used(at);
        move(at + offset + count, at + offset, used - offset - count);
        use(at, used - count);
    }

    /** Moves words within a region. */
    void move(int from, int to, int count) {
        if (count > 0) {
            System.arraycopy(words, from, words, to, count);
        }
    }

    private int room(int at) {
        return (int) words[at - 1] & LOW;
    }

    private void use(int at, int used) {
        words[at - 1] = words[at - 1] & ~((long) LOW << HALF) | (long) used << HALF;
    }

    private int grow(int slot, int at, int room) {
        long[] before = words;
        places[slot] = NOWHERE;
        int grown = claim(room);
        words[grown - 1] = before[at - 1] & ~(long) LOW | room;
        System.arraycopy(before, at, words, grown, used(grown));
        places[slot] = grown;
        return grown;
    }

    private int claim(int room) {
        if (end + 1 + room > words.length) {
            gather(1 + room);
        }
        int at = end + 1;
        words[end] = room;
        end = at + room;
        return at;
    }

    /** Leaves behind what regions left that grew, and makes room. */
    private void gather(int more) {
        int kept = 0;
        for (int at : places) {
            kept += at == NOWHERE ? 0 : 1 + room(at);
        }
        long[] gathered = new long[Math.max(INITIAL, (kept + more) * 3 / 2)];
        int to = 0;
        for (int slot = 0; slot < places.length; slot++) {
            int at = places[slot];
            if (at != NOWHERE) {
                System.arraycopy(words, at - 1, gathered, to, 1 + used(at));
                places[slot] = to + 1;
                to += 1 + room(at);
            }
        }
        words = gathered;
        end = to;
    }

    void write(DataOutput out) throws IOException {
        for (int slot = 0; slot < places.length; slot++) {
            int at = places[slot];
            if (at != NOWHERE) {
                int used = used(at);
                out.writeShort(slot);
                out.writeShort(used);
                out.writeInt(note(at));
                for (int i = 0; i < used; i++) {
                    out.writeLong(words[at + i]);
                }
            }
        }
        out.writeShort(-1);
    }

    static Cells read(DataInput in) throws IOException {
        Cells cells = new Cells();
        for (int slot = in.readShort(); slot >= 0; slot = in.readShort()) {
            int used = in.readUnsignedShort();
            int at = cells.open(slot, used, used);
            cells.note(at, in.readInt());
            for (int i = 0; i < used; i++) {
                cells.words[at + i] = in.readLong();
            }
        }
        return cells;
    }
}
