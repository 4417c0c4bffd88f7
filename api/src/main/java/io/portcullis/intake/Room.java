package io.portcullis.intake;

/** Room in the queue that is kept for activities that come in pieces. Used by one thread. */
final class Room implements AutoCloseable {

    private final SubmissionQueue queue;
    private int activities;
    private long bytes;

    Room(SubmissionQueue queue, int activities, long bytes) {
        this.queue = queue;
        this.activities = activities;
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when there was no room kept for so many */
    void put(Submission piece) {
        if (piece.size() > activities) {
            throw new IllegalArgumentException(piece.size() + " activities in room for " + activities);
        }
        long taken = Math.min(bytes, piece.bytes());
        queue.fill(piece, taken);
        activities -= piece.size();
        bytes -= taken;
    }

    /** Gives back what was not used. */
    @Override
    public void close() {
        queue.giveBack(activities, bytes);
        activities = 0;
        bytes = 0;
    }
}
