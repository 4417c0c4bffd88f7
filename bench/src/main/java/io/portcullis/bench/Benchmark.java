package io.portcullis.bench;

import java.util.List;

/** Measures something against its peer. */
interface Benchmark {

    String name();

    /** @param quick whether all of them together should end within five minutes */
    List<Measure> run(boolean quick) throws Exception;
}
