package io.portcullis.rules.memory;

import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Hashes what is written to it. One thread at a time. */
final class Fingerprint extends OutputStream {

    /** Writes one thing whole. */
    @FunctionalInterface
    interface Writing {

        void write(DataOutput out) throws IOException;
    }

    private final Hashing hashing = new Hashing();
    private final DataOutput out = new DataOutputStream(this);

    private byte[] bytes = new byte[1024];
    private int size;

    long of(Writing writing) {
        size = 0;
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashing.hash(bytes, size);
    }

    @Override
    public void write(int value) {
        makeRoomFor(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] from, int start, int count) {
        makeRoomFor(count);
        System.arraycopy(from, start, bytes, size, count);
        size += count;
    }

    private void makeRoomFor(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + count));
        }
    }
}
