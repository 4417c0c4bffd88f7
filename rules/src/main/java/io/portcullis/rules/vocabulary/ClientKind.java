package io.portcullis.rules.vocabulary;

/** What a program is for. */
public enum ClientKind {
    BROWSER,
    LIBRARY,
    AUTOMATION,
    HEADLESS,
    CRAWLER,
    MONITOR,
    /** A server that calls on its own: what delivers webhooks, and the like. */
    SERVICE,
    APP,
    /** A television, a console, a printer and other things of homes and offices. */
    DEVICE,
    UNKNOWN;

    /** Whether no person sits in front of it, though it does not say so. */
    public boolean isAutomated() {
        return this == LIBRARY || this == AUTOMATION || this == HEADLESS;
    }

    /** Whether it says that no person sits in front of it. */
    boolean isDeclaredBot() {
        return this == CRAWLER || this == MONITOR || this == SERVICE;
    }
}
