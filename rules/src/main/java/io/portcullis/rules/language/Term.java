package io.portcullis.rules.language;

/**
 * A part of a constraint that has been read.
 *
 * @param drl the part written again, from nothing but what was understood
 * @param at its place in the file
 */
record Term(Kind kind, String drl, int at) {

    /** What it yields. */
    enum Kind {
        TRUTH("a yes or no"),
        NUMBER("a number"),
        TEXT("a text"),
        ENTITY("an entity"),
        /** Something that has parts of its own, such as {@code app}. */
        WHOLE("several things in one"),
        /** An error has been reported already. */
        WRONG("wrong");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        @Override
        public String toString() {
            return description;
        }
    }

    static Term wrong(int at) {
        return new Term(Kind.WRONG, "", at);
    }

    boolean isWrong() {
        return kind == Kind.WRONG;
    }
}
