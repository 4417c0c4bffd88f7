package io.portcullis.store;

import io.portcullis.domain.event.Decided;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.h2.compress.CompressDeflate;
import org.h2.compress.CompressLZF;
import org.jspecify.annotations.Nullable;

/**
 * The events whose bytes are whole somewhere in an H2 file, whatever is damaged around them: the checksum of each tells.
 * H2 has written them as rows with the identifier, "log", the position and so on, one after the other, in a page that
 * may be compressed. Events without a checksum are not looked for, nor those of a transaction that was not committed.
 */
final class FoundEvents implements AutoCloseable {

    private static final int WINDOW = 1 << 23;

    /** More than any row or page takes. */
    private static final int LONGEST = 1 << 22;

    /** What nearly all take. */
    private static final int USUAL = 1 << 16;

    private static final int BLOCK = 4096;
    private static final String CHUNK = "chunk:";
    private static final int IDENTIFIER = 36;
    private static final byte[] LOG = "log".getBytes(StandardCharsets.US_ASCII);
    private static final int LEAF_COMPRESSED = 2;
    private static final int DEFLATED = 4;

    private final FileChannel file;
    private final BitSet found = new BitSet();
    /** Where each event is: its offset, or that of its compressed page, negative. */
    private long[] offsets = new long[1024];
    /** The newest identifier's first half: a failed append may have left another event for the same position. */
    private long[] ages = new long[1024];

    private int chunk;
    private long chunkStart;

    private FoundEvents(FileChannel file) {
        this.file = file;
    }

    static FoundEvents in(Path file) throws IOException {
        FoundEvents events = new FoundEvents(FileChannel.open(file, StandardOpenOption.READ));
        try {
            events.scan();
        } catch (IOException | RuntimeException | Error e) {
            events.close();
            throw e;
        }
        return events;
    }

    /** The highest position; 0 when there is none. */
    long last() {
        return Math.max(0, found.length() - 1);
    }

    /** How many there are behind a position. */
    long behind(long last) {
        return found.get(Math.toIntExact(last) + 1, Math.max(Math.toIntExact(last) + 1, found.length()))
                .cardinality();
    }

    Optional<Decided> find(long wanted) throws IOException {
        if (!found.get(Math.toIntExact(wanted))) {
            return Optional.empty();
        }
        for (int length : new int[] {USUAL, LONGEST}) {
            Optional<Decided> event = find((int) wanted, length);
            if (event.isPresent()) {
                return event;
            }
        }
        return Optional.empty();
    }

    private Optional<Decided> find(int wanted, int length) throws IOException {
        boolean compressed = offsets[wanted] < 0;
        byte[] read = read(Math.abs(offsets[wanted]), length);
        byte[] bytes = compressed ? expand(read, 0) : read;
        for (int at = 0; bytes != null && at < (compressed ? bytes.length : 1); at++) {
            StoredEvent event = isRow(bytes, at) ? event(bytes, at) : null;
            if (event != null && event.position() == wanted && age(event) == ages[wanted]) {
                return Optional.of(event.decided());
            }
        }
        return Optional.empty();
    }

    private byte[] read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, file.size() - from)));
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = file.read(bytes, from + bytes.position());
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void scan() throws IOException {
        long size = file.size();
        for (long start = 0; start < size; start += WINDOW) {
            byte[] bytes = read(start, WINDOW + LONGEST);
            for (int at = 0; at < Math.min(WINDOW, bytes.length); at++) {
                if ((start + at) % BLOCK == 0) {
                    enterChunk(bytes, at, start + at);
                }
                if (isRow(bytes, at)) {
                    look(bytes, at, start + at);
                } else if (isCompressedLeaf(bytes, at, start + at)) {
                    lookInto(bytes, at, start + at);
                }
            }
        }
    }

    /** Chunks begin with {@code chunk:} and their number in hexadecimal, at the beginning of a block. */
    private void enterChunk(byte[] bytes, int at, long offset) {
        String header =
                new String(bytes, at, Math.min(CHUNK.length() + 9, bytes.length - at), StandardCharsets.ISO_8859_1);
        int end = header.indexOf(',');
        if (header.startsWith(CHUNK) && end > CHUNK.length()) {
            try {
                chunk = Integer.parseUnsignedInt(header, CHUNK.length(), end, 16);
                chunkStart = offset;
            } catch (NumberFormatException e) {
                // No chunk, or one whose compressed pages cannot be told.
                return;
            }
        }
    }

    private void lookInto(byte[] bytes, int at, long offset) {
        byte[] page = expand(bytes, at);
        for (int row = 0; page != null && row < page.length; row++) {
            if (isRow(page, row)) {
                look(page, row, -offset);
            }
        }
    }

    private void look(byte[] bytes, int at, long offset) {
        StoredEvent event = isUncommitted(bytes, at) ? null : event(bytes, at);
        if (event == null || !event.hasChecksum() || event.position() < 1 || event.position() > Integer.MAX_VALUE - 8) {
            return;
        }
        int index = (int) event.position();
        long age = age(event);
        // Each page that changes is written again, so most are there several times.
        if (found.get(index) && Long.compareUnsigned(age, ages[index]) <= 0) {
            return;
        }
        try {
            event.decided();
        } catch (RuntimeException e) {
            return;
        }
        if (index >= offsets.length) {
            int length = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(index + 1L, offsets.length * 2L));
            offsets = Arrays.copyOf(offsets, length);
            ages = Arrays.copyOf(ages, length);
        }
        found.set(index);
        offsets[index] = offset;
        ages[index] = age;
    }

    /** Identifiers begin with the time. */
    private static long age(StoredEvent event) {
        String hex = event.identifier().replace("-", "");
        try {
            return Long.parseUnsignedLong(hex.substring(0, 16), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isRow(byte[] bytes, int at) {
        int log = at + 2 + IDENTIFIER;
        return bytes[at] == Values.TEXT
                && log + LOG.length < bytes.length
                && bytes[at + 1] == IDENTIFIER
                && bytes[log] == Values.SHORT_TEXT + LOG.length
                && bytes[log + 1] == LOG[0]
                && bytes[log + 2] == LOG[1]
                && bytes[log + 3] == LOG[2];
    }

    private static @Nullable StoredEvent event(byte[] bytes, int at) {
        try {
            Values values = new Values(bytes, at);
            String identifier = values.text();
            String log = values.text();
            long position = values.number();
            return new StoredEvent(new GenericDomainEventEntry<>(
                    values.text(),
                    log,
                    position,
                    identifier,
                    values.text(),
                    values.text(),
                    values.text(),
                    values.bytes(),
                    values.bytes()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /**
     * Whether H2 has put the mark of a transaction before the row, which begins with a number of its own: the
     * transaction, in six bytes or more, and that this is the row as it would be.
     */
    private static boolean isUncommitted(byte[] bytes, int at) {
        for (int digits = 1; digits <= 10 && at - digits > 8; digits++) {
            int row = at - digits - 1;
            if (bytes[row] == Values.NUMBER
                    && Values.skipNumbers(bytes, row + 1, 1) == at
                    && bytes[row - 1] == 1
                    && isTransaction(bytes, row - 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransaction(byte[] bytes, int last) {
        boolean is = bytes[last] >= 0;
        for (int before = 1; before <= 5; before++) {
            is &= bytes[last - before] < 0;
        }
        return is;
    }

    /** Whether this may be the beginning of one: its length, a check of where it is, three numbers and its kind. */
    private boolean isCompressedLeaf(byte[] bytes, int at, long offset) {
        if (at + 24 > bytes.length || bytes[at] != 0) {
            return false;
        }
        int length = ByteBuffer.wrap(bytes, at, 4).getInt();
        if (length < 32 || length > LONGEST || at + length > bytes.length) {
            return false;
        }
        short check = (short) (folded(chunk) ^ folded((int) (offset - chunkStart)) ^ folded(length));
        if (ByteBuffer.wrap(bytes, at + 4, 2).getShort() != check) {
            return false;
        }
        int kind = Values.skipNumbers(bytes, at + 6, 3);
        return kind > 0 && (bytes[kind] & ~DEFLATED) == LEAF_COMPRESSED;
    }

    private static int folded(int number) {
        return number >> 16 ^ number;
    }

    /** What a compressed page holds; null when it cannot be told. */
    private static byte @Nullable [] expand(byte[] bytes, int at) {
        try {
            int length = ByteBuffer.wrap(bytes, at, 4).getInt();
            int kind = Values.skipNumbers(bytes, at + 6, 3);
            Values values = new Values(bytes, kind + 1);
            int added = values.length();
            int packed = at + length - values.at();
            if (packed < 1 || added < 0 || added > LONGEST) {
                return null;
            }
            byte[] page = new byte[packed + added];
            if ((bytes[kind] & DEFLATED) == 0) {
                new CompressLZF().expand(bytes, values.at(), packed, page, 0, page.length);
            } else {
                new CompressDeflate().expand(bytes, values.at(), packed, page, 0, page.length);
            }
            return page;
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
