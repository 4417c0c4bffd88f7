package io.portcullis.domain.activity;

/** Tells Unicode text from what JSON lets slip into a string. */
final class Text {

    private Text() {}

    /** The text, unless it has half a surrogate pair, which could never be written again. */
    static String of(String text, String field) throws InvalidActivity {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    throw new InvalidActivity(field, "must be Unicode text, without half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
