package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is remembered of one entity: a function of that entity's activities alone. */
final class EntityMemory {

    private static final @Nullable Slot[] NONE = new Slot[0];

    /** How many more slots there is room for than are filled: those that are filled often come first. */
    private static final int SPARE = 4;

    final String id;
    final long hash;

    private long firstSeen;
    private long lastSeen;
    /** Filled as activities come: most entities never need most of their slots. */
    private @Nullable Slot[] slots = NONE;

    EntityMemory(String id, long hash, long time) {
        this.id = id;
        this.hash = hash;
        this.firstSeen = time;
        this.lastSeen = time;
    }

    /**
     * Moves the entity's clock; one that was silent for longer than the horizon begins anew, whether its room was needed
     * meanwhile or not.
     *
     * @param edge who was last seen before it was silent for too long
     */
    void seen(long time, long horizon, long edge) {
        if (time - lastSeen > horizon || lastSeen < edge) {
            firstSeen = time;
            lastSeen = time;
            slots = NONE;
        }
        firstSeen = Math.min(firstSeen, time);
        lastSeen = Math.max(lastSeen, time);
    }

    long firstSeen() {
        return firstSeen;
    }

    /** Higher for who is worth more room: the latest sighting, and a month more for who came more than once. */
    long worth() {
        return lastSeen > firstSeen ? lastSeen + KindSchema.REMEMBERED : lastSeen;
    }

    /** The entity's clock: the latest time that it has seen, milliseconds. */
    long lastSeen() {
        return lastSeen;
    }

    @Nullable
    Slot slot(int index) {
        return index < slots.length ? slots[index] : null;
    }

    Slot slot(int index, KindSchema schema) {
        Slot slot = slot(index);
        if (slot == null) {
            if (index >= slots.length) {
                @Nullable Slot[] more = new Slot[Math.min(schema.specs().size(), index + SPARE)];
                System.arraycopy(slots, 0, more, 0, slots.length);
                slots = more;
            }
            slot = schema.specs().get(index).newSlot();
            slots[index] = slot;
        }
        return slot;
    }

    /** What has run out is not written, so that memories that answer alike are written alike. */
    void write(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeLong(firstSeen);
        out.writeLong(lastSeen);
        for (int i = 0; i < slots.length; i++) {
            Slot slot = slots[i];
            if (slot != null) {
                slot.expire(lastSeen);
                out.writeShort(i);
                slot.write(out);
            }
        }
        out.writeShort(-1);
    }

    static EntityMemory read(DataInput in, KindSchema schema, Hashing hashing) throws IOException {
        String id = in.readUTF();
        EntityMemory entity = new EntityMemory(id, hashing.hash(id), in.readLong());
        entity.lastSeen = in.readLong();
        for (int i = in.readShort(); i >= 0; i = in.readShort()) {
            entity.slot(i, schema).read(in);
        }
        return entity;
    }
}
