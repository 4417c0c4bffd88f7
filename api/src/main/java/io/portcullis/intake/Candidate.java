package io.portcullis.intake;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.Prepared;

/** An activity that may go into the log, with all that could be done ahead of its turn. */
public final class Candidate {

    private final Prepared prepared;
    private final byte[] payload;

    Candidate(Prepared prepared, byte[] payload) {
        this.prepared = prepared;
        this.payload = payload;
    }

    public Activity activity() {
        return prepared.activity();
    }

    Prepared prepared() {
        return prepared;
    }

    /** As the log stores it. */
    byte[] payload() {
        return payload;
    }
}
