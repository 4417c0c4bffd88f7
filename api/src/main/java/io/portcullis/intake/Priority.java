package io.portcullis.intake;

/** Who waits: a customer's service in the middle of a call, or a sender of history. */
public enum Priority {
    INTERACTIVE,
    BULK
}
