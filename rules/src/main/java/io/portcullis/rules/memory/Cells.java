package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The words that an entity's slots remember, all in one array: an activity counts in dozens of slots, and what costs is
 * to fetch what they remember from afar. Each slot that was ever filled has a region there, which moves when it grows.
 *
 * <p>A region is known by where its first word lies. Before it lies a header: how many words the region has room for
 * and how many it uses, 16 bits each, and 32 bits of the slot's own. Before all regions lie their places, two in a
 * word. Where a region lies is no part of what is remembered.
 */
class Cells {

    /** Of a slot that was never filled. */
    static final int NOWHERE = 0;

    private static final long[] NO_WORDS = {};

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** How many more slots there is a place for than are filled: those that are filled often come first. */
    private static final int SPARE = 8;

    private static final int INITIAL = 24;

    /** Words from which on a region grows by half, not to the double. */
    private static final int LARGE = 64;

    /** Words that a region keeps room for, however few it uses. */
    private static final int SMALL = 4;

    /** Words in a line of the processor's cache. */
    static final int LINE = 8;

    /** Of the largest memories, it looks at the beginning: what is far on, few activities need. */
    private static final int GLANCED = 24 * LINE;

    private static final int HALF = 16;
    private static final int LOW = (1 << HALF) - 1;

    private long[] words = NO_WORDS;
    /** How many slots have a place. */
    private int places;
    /** Behind the last region; from there on, all words are 0. */
    private int end;

    Cells() {}

    /**
     * @param slots how many there is a place for from the beginning
     * @param room how many words there is room for, those of the places not counted
     */
    Cells(int slots, int room) {
        places = slots + 1 & ~1;
        end = places >> 1;
        words = new long[end + room];
    }

    /** Where the slot's region is; {@link #NOWHERE} when it was never filled. */
    final int at(int slot) {
        return slot < places ? (int) (words[slot >> 1] >>> shift(slot)) : NOWHERE;
    }

    private static int shift(int slot) {
        return (slot & 1) << 5;
    }

    private void place(int slot, int at) {
        long others = words[slot >> 1] & ~(0xffff_ffffL << shift(slot));
        words[slot >> 1] = others | (long) at << shift(slot);
    }

    /**
     * Where the slot's region is, which is made when it was never filled.
     *
     * @param used how many of its words are used then; they are 0
     * @param room how many it has room for then
     */
    final int open(int slot, int used, int room) {
        int at = at(slot);
        if (at == NOWHERE) {
            if (slot >= places) {
                gather(slot + SPARE & ~1, 1 + room);
            }
            at = claim(room);
            place(slot, at);
            use(at, used);
        }
        return at;
    }

    /** Looks at the words; see {@link Memory#glance}. */
    final long glance() {
        long seen = end;
        for (int word = 0; word < words.length && word < GLANCED; word += LINE) {
            seen ^= words[word];
        }
        return seen;
    }

    final long get(int word) {
        return words[word];
    }

    final void set(int word, long value) {
        words[word] = value;
    }

    /** How many words of the region are used. */
    final int used(int at) {
        return (int) (words[at - 1] >>> HALF) & LOW;
    }

    /** What the slot notes about its words; 0 until it does. */
    final int note(int at) {
        return (int) (words[at - 1] >>> Integer.SIZE);
    }

    final void note(int at, int note) {
        words[at - 1] = words[at - 1] & 0xffff_ffffL | (long) note << Integer.SIZE;
    }

    /**
     * Makes room for more words.
     *
     * @param offset from the region's first word
     * @return where the region is now
     */
    final int insert(int slot, int offset, int count) {
        int at = at(slot);
        int used = used(at);
        if (used + count > room(at)) {
            at = grow(slot, at, Math.max(used + count, room(at) < LARGE ? 2 * room(at) : room(at) * 3 / 2));
        }
        move(at + offset, at + offset + count, used - offset);
        use(at, used + count);
        return at;
    }

    /** @param offset from the region's first word */
    final void remove(int at, int offset, int count) {
        int used = used(at);
        move(at + offset + count, at + offset, used - offset - count);
        use(at, used - count);
    }

    /** Moves words within a region. */
    final void move(int from, int to, int count) {
        if (count > 0) {
            System.arraycopy(words, from, words, to, count);
        }
    }

    /** How many words the region has room for. */
    final int room(int at) {
        return (int) words[at - 1] & LOW;
    }

    private void use(int at, int used) {
        if (used > LOW) {
            throw new IllegalStateException(used + " words are more than a region has room for");
        }
        words[at - 1] = words[at - 1] & ~((long) LOW << HALF) | (long) used << HALF;
    }

    private int grow(int slot, int at, int room) {
        long[] before = words;
        place(slot, NOWHERE);
        int grown = claim(room);
        words[grown - 1] = before[at - 1] & ~(long) LOW | room;
        System.arraycopy(before, at, words, grown, used(grown));
        place(slot, grown);
        return grown;
    }

    private int claim(int room) {
        if (room > LOW) {
            throw new IllegalStateException(room + " words are more than a region has room for");
        }
        if (end + 1 + room > words.length) {
            gather(places, 1 + room);
        }
        int at = end + 1;
        words[end] = room;
        end = at + room;
        return at;
    }

    /**
     * Leaves behind what regions left that grew, and most of the room that they no longer use, and makes room.
     *
     * @param slots how many there is to be a place for, an even number
     */
    private void gather(int slots, int more) {
        int kept = slots >> 1;
        for (int slot = nextFilled(0); slot < places; slot = nextFilled(slot + 1)) {
            kept += 1 + roomToKeep(at(slot));
        }
        int size = Math.max(INITIAL, (kept + more) * 3 / 2);
        Cells gathered = new Cells(slots, size - (slots >> 1));
        int to = gathered.end;
        for (int slot = nextFilled(0); slot < places; slot = nextFilled(slot + 1)) {
            int at = at(slot);
            int room = roomToKeep(at);
            System.arraycopy(words, at - 1, gathered.words, to, 1 + used(at));
            gathered.words[to] = words[at - 1] & ~(long) LOW | room;
            gathered.place(slot, to + 1);
            to += 1 + room;
        }
        words = gathered.words;
        places = slots;
        end = to;
    }

    /** The first slot from there on that was ever filled; few are that come late. */
    private int nextFilled(int from) {
        int slot = from;
        while (slot < places && at(slot) == NOWHERE) {
            slot += (slot & 1) == 0 && words[slot >> 1] == 0 ? 2 : 1;
        }
        return slot;
    }

    private int roomToKeep(int at) {
        return Math.min(room(at), Math.max(SMALL, 2 * used(at)));
    }

    /** Forgets the slot's words; their room goes when others need it. */
    final void forget(int slot) {
        if (at(slot) != NOWHERE) {
            place(slot, NOWHERE);
        }
    }

    /** Forgets all. */
    final void clear() {
        words = NO_WORDS;
        places = 0;
        end = 0;
    }

    /** Of each region its slot and how much it uses, 16 bits each, its note and its words; then 16 bits, all ones. */
    final void writeWords(DataOutput out) throws IOException {
        byte[] bytes = new byte[Long.BYTES * end + Short.BYTES];
        int size = 0;
        for (int slot = nextFilled(0); slot < places; slot = nextFilled(slot + 1)) {
            int at = at(slot);
            int used = used(at);
            long header = (long) slot << 3 * HALF | (long) used << 2 * HALF | note(at) & 0xffff_ffffL;
            BIG_ENDIAN.set(bytes, size, header);
            size += Long.BYTES;
            for (int i = 0; i < used; i++) {
                BIG_ENDIAN.set(bytes, size, words[at + i]);
                size += Long.BYTES;
            }
        }
        bytes[size++] = -1;
        bytes[size++] = -1;
        out.write(bytes, 0, size);
    }

    /** Reads what {@link #writeWords} wrote, while no slot was filled. */
    final void readWords(DataInput in) throws IOException {
        for (int slot = in.readShort(); slot >= 0; slot = in.readShort()) {
            int used = in.readUnsignedShort();
            if (at(slot) != NOWHERE) {
                throw new IOException("slot " + slot + " is there twice");
            }
            int at = open(slot, used, used);
            note(at, in.readInt());
            for (int i = 0; i < used; i++) {
                words[at + i] = in.readLong();
            }
        }
    }
}
