package io.portcullis.rules.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is remembered of one entity: a function of that entity's activities alone. */
final class EntityMemory extends Cells {

    final String id;
    final long hash;
    final long tag;

    private long firstSeen;
    private long lastSeen;

    EntityMemory(String id, long hash, long tag, long time, KindSchema schema) {
        super(schema.often(), schema.room());
        this.id = id;
        this.hash = hash;
        this.tag = tag;
        this.firstSeen = time;
        this.lastSeen = time;
    }

    /**
     * Moves the entity's clock; one that was silent for longer than the horizon begins anew, whether its room was needed
     * meanwhile or not.
     *
     * @param edge who was last seen before it was silent for too long
     */
    void seen(long time, long horizon, long edge, KindSchema schema) {
        if (lastSeen < edge) {
            clear();
            firstSeen = time;
            lastSeen = time;
        } else if (time - lastSeen > horizon) {
            // So far ahead of the log is the clock of whoever sent it alone: what has a clock of its own stays.
            for (Slot slot : schema.slots()) {
                if (!(slot instanceof Peers)) {
                    forget(slot.index);
                }
            }
            firstSeen = time;
            lastSeen = time;
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

    /** What has run out is not written, so that memories that answer alike are written alike. */
    void write(DataOutput out, KindSchema schema) throws IOException {
        out.writeUTF(id);
        out.writeLong(firstSeen);
        out.writeLong(lastSeen);
        for (Slot slot : schema.slots()) {
            slot.expire(this, lastSeen);
        }
        writeWords(out);
    }

    static EntityMemory read(DataInput in, Hashing hashing, KindSchema schema) throws IOException {
        String id = in.readUTF();
        byte[] bytes = Hashing.bytes(id);
        EntityMemory entity = new EntityMemory(id, hashing.hash(bytes), hashing.tag(bytes), in.readLong(), schema);
        entity.lastSeen = in.readLong();
        entity.readWords(in);
        return entity;
    }
}
