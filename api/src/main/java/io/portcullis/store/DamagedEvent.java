package io.portcullis.store;

/** An event does not match its checksum. */
final class DamagedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedEvent(long position) {
        super("the event at position " + position + " does not match its checksum");
    }
}
