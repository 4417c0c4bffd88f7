package io.portcullis.store;

import org.jspecify.annotations.Nullable;

/** The log cannot be opened, read or written. The message says why, to the person who runs the command. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What is behind a failure of the log, in the words of whatever failed first. */
    public static String reason(Throwable failure) {
        return Causes.root(failure);
    }
}
