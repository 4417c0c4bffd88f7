package io.portcullis.intake;

/** Too many activities wait already: nothing of the submission was accepted. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    Overloaded(int retryAfterSeconds) {
        super("too many activities wait to be decided: retry in " + retryAfterSeconds + " s", null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** When it is worth another try, at least 1. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
