package io.portcullis.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a key, seen only when it is made and when it is presented. */
final class Secret {

    /** Shorter ones could be guessed from their unsalted hash. */
    static final int SHORTEST = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** 256 random bits behind a prefix by which scanners of source code find leaked keys. */
    static Secret random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(
                "portcullis_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reveals it, to the one who is to have it. */
    String text() {
        return text;
    }

    boolean isLongEnough() {
        return text.length() >= SHORTEST;
    }

    /** SHA-256: a slow hash protects guessable secrets, of which this is none. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
