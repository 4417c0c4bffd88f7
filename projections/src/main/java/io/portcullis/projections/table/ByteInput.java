package io.portcullis.projections.table;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteOutput} wrote. */
public final class ByteInput {

    private final byte[] bytes;
    private int at;

    public ByteInput(byte[] bytes) {
        this.bytes = bytes;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** A number that was written as the size of something. */
    public int size() {
        return (int) number();
    }

    public long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    public String text() {
        int length = size();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
