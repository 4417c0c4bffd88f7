package io.portcullis.rules.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which sequences of three characters a text has: those that it has not are nearly always told to be missing. */
final class Trigrams {

    private static final int LENGTH = 3;
    private static final int BITS = 1 << 13;

    private final long[] present = new long[BITS / Long.SIZE];

    Trigrams(String text) {
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            int hash = hash(text, i);
            present[hash >> 6] |= 1L << hash;
        }
    }

    private static int hash(String text, int at) {
        int hash = (text.charAt(at) * 961 + text.charAt(at + 1) * 31 + text.charAt(at + 2)) * 0x9E3779B9;
        return hash >>> Integer.SIZE - 13;
    }

    /** The hashes of each text's sequences; none at all when one of the texts is too short to have any. */
    static List<int[]> ofEach(Collection<String> texts) {
        List<int[]> all = new ArrayList<>();
        for (String text : texts) {
            if (text.length() < LENGTH) {
                return List.of();
            }
            int[] hashes = new int[text.length() - LENGTH + 1];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = hash(text, i);
            }
            all.add(hashes);
        }
        return List.copyOf(all);
    }

    boolean hasAll(int[] hashes) {
        for (int hash : hashes) {
            if ((present[hash >> 6] & 1L << hash) == 0) {
                return false;
            }
        }
        return true;
    }
}
