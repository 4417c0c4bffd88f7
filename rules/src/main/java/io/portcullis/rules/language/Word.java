package io.portcullis.rules.language;

/**
 * A word of a rule.
 *
 * @param text as it stands there; of a text, what is between its quotes
 * @param at its place in the file
 */
record Word(Type type, String text, int at) {

    enum Type {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (type == Type.SIGN || type == Type.NAME) && text.equals(sign);
    }

    /** For a message. */
    @Override
    public String toString() {
        return type == Type.END ? "the end" : type == Type.TEXT ? '"' + text + '"' : text;
    }
}
