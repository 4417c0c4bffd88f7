package io.portcullis.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Walks through the lines of a stream without making an object of each: the line is a part of {@link #buffer}, valid
 * until the next one.
 */
final class Lines implements Closeable {

    /** Longer lines are not history; their content is dropped. Bytes. */
    static final int LONGEST = 4 << 20;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long NEW_LINES = '\n' * LOWEST_BITS;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;
    private long number;
    private boolean tooLong;

    Lines(InputStream in) {
        this.in = in;
    }

    /** @return whether there was another line */
    boolean next() throws IOException {
        tooLong = false;
        int scanned = next;
        while (true) {
            skipNuls();
            scanned = newLine(Math.max(scanned, next));
            if (scanned < filled) {
                return line(scanned, scanned + 1);
            }
            if (filled - next > LONGEST) {
                tooLong = true;
                filled = next;
            }
            scanned = filled - next;
            if (!fill()) {
                return (filled > next || tooLong) && line(filled, filled);
            }
            scanned += next;
        }
    }

    /** Of a log that was truncated while its server wrote on, the part before the server's place is nothing but NULs. */
    private void skipNuls() {
        while (next < filled && buffer[next] == 0) {
            next++;
        }
    }

    /** Where the next line ends; looks at eight bytes at a time. */
    private int newLine(int from) {
        int at = from;
        while (at + Long.BYTES <= filled) {
            long others = (long) EIGHT.get(buffer, at) ^ NEW_LINES;
            // Of a byte that is zero, this leaves the highest bit; of others before the first of them, nothing.
            long found = others - LOWEST_BITS & ~others & HIGHEST_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < filled && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean line(int lineEnd, int nextLine) {
        start = next;
        end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = nextLine;
        number++;
        if (number == 1 && startsWithByteOrderMark()) {
            start += 3;
        }
        return true;
    }

    private boolean startsWithByteOrderMark() {
        return end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF;
    }

    /** Moves the beginning of the line to the start of the buffer and reads more behind it. */
    private boolean fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read >= 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return start;
    }

    /** Bytes, without the line's end. */
    int length() {
        return end - start;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** Whether the line was longer than {@link #LONGEST}, so that only its end is here. */
    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
