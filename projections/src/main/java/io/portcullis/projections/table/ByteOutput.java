package io.portcullis.projections.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a row's state compactly: numbers take as many bytes as they need. */
public final class ByteOutput {

    private byte[] bytes = new byte[256];
    private int size;

    /** Small numbers take one byte, negative ones ten. */
    public ByteOutput number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Numbers near zero take one byte, whatever their sign. */
    public ByteOutput signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    public ByteOutput text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
