package io.portcullis.intake;

/** Whether the intake takes activities, and how far it is when it recovers. Written by the writer, read by any thread. */
public final class Standing {

    /** What the intake does. */
    public enum State {
        /** Brings the memory to where the log ends; refuses submissions. */
        RECOVERING,
        READY,
        /** The last batch could not be stored; the store is tried again every second or so. */
        FAILING,
        STOPPED
    }

    private volatile State state = State.RECOVERING;
    private volatile long position;
    private volatile long end;
    private volatile String reason = "";

    Standing() {}

    public State state() {
        return state;
    }

    /** Up to where the log is folded. */
    public long position() {
        return position;
    }

    /** Where the log ended when the recovery began. */
    public long end() {
        return end;
    }

    /** Why it last failed; empty once activities have been stored again. */
    public String reason() {
        return reason;
    }

    void recovering(long end) {
        this.position = 0;
        this.end = end;
        this.state = State.RECOVERING;
    }

    void fail(String why) {
        this.reason = why;
        this.state = State.FAILING;
    }

    /** What was decided is stored. */
    void stored(long upTo) {
        this.position = upTo;
        this.reason = "";
    }

    void at(long position) {
        this.position = position;
    }

    void become(State state) {
        this.state = state;
    }
}
