package io.portcullis.domain.decision;

/** What the customer's service should do with an activity, from mildest to hardest. Each belongs to one band. */
public enum Action {
    ALLOW(Band.LOW),
    MONITOR(Band.MEDIUM),
    THROTTLE(Band.MEDIUM),
    CHALLENGE(Band.HIGH),
    REVIEW(Band.HIGH),
    BLOCK(Band.CRITICAL);

    private final Band band;

    Action(Band band) {
        this.band = band;
    }

    public Band band() {
        return band;
    }

    /** Whether it does more than watch: anything but ALLOW and MONITOR. */
    public boolean flags() {
        return this != ALLOW && this != MONITOR;
    }
}
