package io.portcullis.history;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much of the sources has been read, in bytes as they are stored: for progress, from any thread. */
final class ReadBytes {

    private volatile long total;

    long total() {
        return total;
    }

    /** Streams are read one after the other. */
    InputStream count(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                add(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                add(Math.max(read, 0));
                return read;
            }
        };
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
    private void add(int bytes) {
        total += bytes;
    }
}
