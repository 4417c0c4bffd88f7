package io.portcullis.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * The checksum of a stored event, over its position, type, time, payload and metadata. It stands before the metadata,
 * behind a byte that neither JSON nor a rule set's identifier begins with. Events of revision 1 have none.
 */
final class EventChecksum {

    private static final byte MARK = 1;
    private static final int LENGTH = 1 + Integer.BYTES;

    private EventChecksum() {}

    /** The metadata, with the checksum before it. */
    static byte[] prepend(long position, String type, Instant time, byte[] payload, byte[] metadata) {
        ByteBuffer metadataAlone = ByteBuffer.wrap(metadata);
        return ByteBuffer.allocate(LENGTH + metadata.length)
                .put(MARK)
                .putInt(of(position, type, time, payload, metadataAlone))
                .put(metadata)
                .array();
    }

    /** Whether stored metadata has a checksum before it. */
    static boolean isBefore(byte[] stored) {
        return stored.length > 0 && stored[0] == MARK;
    }

    /**
     * The metadata alone.
     *
     * @throws DamagedEvent when there is no checksum, or another
     */
    static byte[] strip(long position, String type, Instant time, byte[] payload, byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        if (stored.length < LENGTH
                || bytes.get() != MARK
                || bytes.getInt() != of(position, type, time, payload, bytes.slice())) {
            throw damaged(position);
        }
        byte[] metadata = new byte[bytes.remaining()];
        bytes.get(metadata);
        return metadata;
    }

    static DamagedEvent damaged(long position) {
        return new DamagedEvent(position);
    }

    /** Milliseconds, because the store keeps no finer time. */
    private static int of(long position, String type, Instant time, byte[] payload, ByteBuffer metadata) {
        CRC32C checksum = new CRC32C();
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        checksum.update(ByteBuffer.allocate(2 * Long.BYTES + 2 * Integer.BYTES)
                .putLong(position)
                .putLong(time.toEpochMilli())
                .putInt(name.length)
                .putInt(payload.length)
                .flip());
        checksum.update(name);
        checksum.update(payload);
        checksum.update(metadata.duplicate());
        return (int) checksum.getValue();
    }
}
