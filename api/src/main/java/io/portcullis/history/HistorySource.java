package io.portcullis.history;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of history, or the standard input. What is compressed with gzip is read as it is, whatever its name. */
public final class HistorySource {

    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final @Nullable Path file;

    private HistorySource(String name, @Nullable Path file) {
        this.name = name;
        this.file = file;
    }

    /**
     * @param argument a path, or {@code -} for the standard input
     * @throws NoSuchFileException when there is no such file
     */
    public static HistorySource of(String argument) throws NoSuchFileException {
        if (argument.equals(STANDARD_INPUT)) {
            return new HistorySource("stdin", null);
        }
        Path file = Path.of(argument);
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            String reason = Files.isDirectory(file)
                    ? "it is a folder, not a file"
                    : Files.exists(file) ? "it cannot be read" : "there is no such file";
            throw new NoSuchFileException(argument, null, reason);
        }
        return new HistorySource(argument, file);
    }

    /** As the user named it. */
    public String name() {
        return name;
    }

    /** Bytes as stored, compressed or not; -1 when it is not known. */
    public long size() {
        try {
            return file != null && Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** The name that identifiers are made of: where the file lies and whether it is compressed does not matter. */
    String stem() {
        Path last = file == null ? null : file.getFileName();
        String stem = last == null ? name : last.toString();
        return stem.endsWith(".gz") ? stem.substring(0, stem.length() - 3) : stem;
    }

    Lines open(ReadBytes counter) throws IOException {
        InputStream raw = file == null ? System.in : new FileInputStream(file.toFile());
        try {
            BufferedInputStream in = new BufferedInputStream(counter.count(raw), BUFFER);
            in.mark(2);
            boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new Lines(refuseUtf16(compressed ? new GZIPInputStream(in, BUFFER) : in));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Each of its lines would be malformed otherwise, with a message that does not say why. */
    private static InputStream refuseUtf16(InputStream text) throws IOException {
        PushbackInputStream in = new PushbackInputStream(text, 2);
        byte[] mark = in.readNBytes(2);
        if (mark.length == 2 && (mark[0] & mark[1]) == (byte) 0xfe && (mark[0] | mark[1]) == (byte) 0xff) {
            throw new IOException("it is UTF-16 text, save it as UTF-8");
        }
        in.unread(mark);
        return in;
    }
}
