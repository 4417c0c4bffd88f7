package io.portcullis.rules.language;

import org.jspecify.annotations.Nullable;

/** What cannot even be read: nothing that follows would make sense. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int at;

    Refusal(int at, @Nullable String message) {
        super(message, null, false, false);
        this.at = at;
    }

    /** Where in the file. */
    int at() {
        return at;
    }
}
