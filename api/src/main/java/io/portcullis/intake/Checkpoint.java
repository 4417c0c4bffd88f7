package io.portcullis.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file with the whole memory at one position of the log. It only saves time: whatever is wrong with it, the log is
 * folded from its start instead. It is of use to the program that wrote it alone, since another may remember other
 * things, or write them otherwise.
 */
final class Checkpoint {

    private static final int FORMAT = 0x50434b32;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String program;

    /** @param program identifies the build that writes and reads */
    Checkpoint(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /**
     * What the memory was made of.
     *
     * @param activity the id of the activity at the position: another log has another one there
     * @param memoryHash of the memory in the file
     */
    record Origin(String ruleSet, long position, String activity, long memoryHash) {}

    @FunctionalInterface
    interface Saved {
        void writeTo(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    interface Restored {
        /** @return whether the origin fits; if not, the rest is left unread */
        boolean readFrom(Origin origin, DataInputStream in) throws IOException;
    }

    /** Replaces the file, in one step, once the new one is on disk. */
    void write(Origin origin, Saved memory) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            writeTo(fresh, origin, memory);
        } catch (IOException e) {
            // Half a checkpoint would only take room, of which there may be none.
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeTo(Path fresh, Origin origin, Saved memory) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER)) {
            CheckedOutputStream checked = new CheckedOutputStream(bytes, new CRC32C());
            // Not closed: that would flush, but a checksum is to follow.
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
            out.writeInt(FORMAT);
            out.writeUTF(program);
            out.writeUTF(origin.ruleSet());
            out.writeLong(origin.position());
            out.writeUTF(origin.activity());
            out.writeLong(origin.memoryHash());
            memory.writeTo(out);
            out.flush();
            new DataOutputStream(bytes).writeLong(checked.getChecksum().getValue());
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Reads the file, if there is one.
     *
     * @return whether it was there and fitted
     * @throws IOException when it is damaged: what was read of it must not be used
     */
    boolean read(Restored memory) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        verify();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (in.readInt() != FORMAT || !in.readUTF().equals(program)) {
                return false;
            }
            Origin origin = new Origin(in.readUTF(), in.readLong(), in.readUTF(), in.readLong());
            return memory.readFrom(origin, in);
        }
    }

    /** The position of whatever checkpoint is there, of this program or another; 0 when there is none. */
    static long positionOf(Path file) {
        try {
            Checkpoint checkpoint = new Checkpoint(file, "");
            if (!Files.exists(file)) {
                return 0;
            }
            checkpoint.verify();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                if (in.readInt() != FORMAT) {
                    return 0;
                }
                in.readUTF();
                in.readUTF();
                return in.readLong();
            }
        } catch (IOException e) {
            return 0;
        }
    }

    private void verify() throws IOException {
        long length = Files.size(file) - Long.BYTES;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32C());
            long skipped = 0;
            byte[] buffer = new byte[BUFFER];
            while (skipped < length) {
                int read = checked.read(buffer, 0, (int) Math.min(BUFFER, length - skipped));
                if (read < 0) {
                    break;
                }
                skipped += read;
            }
            if (length < 0
                    || new DataInputStream(bytes).readLong()
                            != checked.getChecksum().getValue()) {
                throw new IOException("the checkpoint " + file + " is damaged");
            }
        }
    }
}
