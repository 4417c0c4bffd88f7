package io.portcullis.rules.vocabulary;

/** What a program is for. */
public enum ClientKind {
    BROWSER,
    LIBRARY,
    AUTOMATION,
    HEADLESS,
    CRAWLER,
    MONITOR,
    APP,
    UNKNOWN;

    /** Whether no person sits in front of it, though it does not say so. */
    boolean isAutomated() {
        return this == LIBRARY || this == AUTOMATION || this == HEADLESS;
    }

    /** Whether it says that no person sits in front of it. */
    boolean isDeclaredBot() {
        return this == CRAWLER || this == MONITOR;
    }
}
