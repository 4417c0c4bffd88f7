package io.portcullis.rules.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes slots, and reads them back. */
final class Copies {

    private Copies() {}

    static byte[] bytes(Slot slot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            slot.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <S extends Slot> S copy(S slot, S empty) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(slot)))) {
            empty.read(in);
            if (in.read() >= 0) {
                throw new AssertionError("not read to the end");
            }
            return empty;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
