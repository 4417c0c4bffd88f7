package io.portcullis.rules.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes what is remembered, and reads it back. */
final class Copies {

    private Copies() {}

    static byte[] bytes(Cells cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            cells.writeWords(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Cells copy(Cells cells) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes(cells)))) {
            Cells copy = new Cells();
            copy.readWords(in);
            if (in.read() >= 0) {
                throw new AssertionError("not read to the end");
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
