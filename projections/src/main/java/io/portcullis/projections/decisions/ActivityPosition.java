package io.portcullis.projections.decisions;

/** Where in the log an activity is. */
record ActivityPosition(int stretch, long idHash, long position) {

    /**
     * A million positions: their hashes are some 40 MB of index, which stays in memory while they are written; a
     * look-up probes one place a stretch.
     */
    private static final int STRETCH_BITS = 20;

    static int stretchOf(long position) {
        return Math.toIntExact(position >> STRETCH_BITS);
    }
}
