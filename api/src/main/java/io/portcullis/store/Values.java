package io.portcullis.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values as H2 writes them in its file: a byte that tells the kind, perhaps a length, and the value. */
final class Values {

    static final int NUMBER = 5;
    private static final int SHORT_NUMBER = 48;
    private static final int SHORT_NUMBERS = 8;
    static final int TEXT = 13;
    static final int SHORT_TEXT = 68;
    private static final int BYTES = 12;
    private static final int SHORT_BYTES = 100;
    private static final int SHORT = 32;

    private final byte[] bytes;
    private int at;

    Values(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int at() {
        return at;
    }

    /** Of ASCII characters. */
    String text() {
        byte[] text = take(TEXT, SHORT_TEXT);
        return new String(text, StandardCharsets.US_ASCII);
    }

    byte[] bytes() {
        return take(BYTES, SHORT_BYTES);
    }

    private byte[] take(int kind, int shortKind) {
        int tag = bytes[at++] & 0xff;
        int length;
        if (tag == kind) {
            length = length();
        } else if (tag >= shortKind && tag < shortKind + SHORT) {
            length = tag - shortKind;
        } else {
            throw new IllegalArgumentException("not a value of kind " + kind);
        }
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalArgumentException("too long a value");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    long number() {
        int tag = bytes[at++] & 0xff;
        if (tag >= SHORT_NUMBER && tag < SHORT_NUMBER + SHORT_NUMBERS) {
            return (long) tag - SHORT_NUMBER;
        }
        if (tag != NUMBER) {
            throw new IllegalArgumentException("not a number");
        }
        return variable();
    }

    int length() {
        long length = variable();
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a length");
        }
        return (int) length;
    }

    /** Seven bits a byte, the low ones first; all but the last byte have the high bit. */
    private long variable() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("too long a number");
    }

    /** Where some numbers of at most ten bytes end; -1 when there are others. */
    static int skipNumbers(byte[] bytes, int from, int count) {
        int end = from;
        for (int number = 0; number < count; number++) {
            int start = end;
            while (end < bytes.length && bytes[end] < 0) {
                end++;
            }
            if (end >= bytes.length || end - start > 9) {
                return -1;
            }
            end++;
        }
        return end < bytes.length ? end : -1;
    }
}
