package io.portcullis.projections.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Producers' identifiers as keys of tables. They are up to 1,024 characters of anything, where PostgreSQL indexes at
 * most 2,700 bytes and stores no NUL; one odd identifier must not stop a view.
 */
public final class RowKey {

    /** The most characters that a key has. */
    public static final int MAX_LENGTH = 256;

    private static final String DIGEST = "sha-256:";

    private RowKey() {}

    /** The identifier itself where a table can hold it, else a digest of it. */
    public static String of(String id) {
        return id.length() < MAX_LENGTH && !id.startsWith(DIGEST) && id.chars().allMatch(RowKey::isPlain)
                ? id
                : DIGEST + HexFormat.of().formatHex(digest(id));
    }

    private static boolean isPlain(int character) {
        return character >= ' ' && !Character.isSurrogate((char) character);
    }

    /** 64 bits of a cryptographic hash: nobody can choose identifiers that collide. */
    public static long hash(String id) {
        return ByteBuffer.wrap(digest(id)).getLong();
    }

    private static byte[] digest(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_16BE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
