package io.portcullis.client;

import org.jspecify.annotations.Nullable;

/** The server cannot be reached, or refuses the request as a whole. The message says why, to who called it. */
public final class ServerUnusable extends Exception {

    private static final long serialVersionUID = 1L;

    ServerUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
