package io.portcullis.history;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Makes the identifier of an activity whose line names none, the same each time the line is read:
 * {@code access.log:17:9f86d081884c7d65}. The hash of the line's content tells yesterday's {@code access.log} from
 * today's.
 */
final class LineId implements Supplier<String> {

    private static final Hasher64 HASHER = Hashing.komihash5_0();
    private static final HexFormat HEX = HexFormat.of();
    private static final int LONGEST_NAME = 80;

    private final String file;
    private byte[] bytes = {};
    private int offset;
    private int length;
    private long line;

    LineId(String file) {
        this.file = file.substring(0, Math.min(LONGEST_NAME, file.length()));
    }

    LineId at(Lines lines) {
        return at(lines.number(), lines.buffer(), lines.offset(), lines.length());
    }

    LineId at(long line, byte[] bytes, int offset, int length) {
        this.line = line;
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        return this;
    }

    @Override
    public String get() {
        return file + ":" + line + ":" + HEX.toHexDigits(HASHER.hashBytesToLong(bytes, offset, length));
    }
}
