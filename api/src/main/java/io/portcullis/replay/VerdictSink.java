package io.portcullis.replay;

import java.io.IOException;

/** Takes the verdicts of a replay, in the order of history. */
@FunctionalInterface
public interface VerdictSink {

    void accept(Verdict verdict) throws IOException;
}
