package io.portcullis.intake;

import org.jspecify.annotations.Nullable;

/**
 * The intake cannot take activities now: it recovers, it stops, or the store fails. Nothing was acknowledged; what was
 * submitted may be sent again under the same {@code id}.
 */
public final class IntakeUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IntakeUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
