package io.portcullis.intake;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A place in the queue for the activities of one request, which are submitted piece by piece: so that a large request
 * need not lie in memory whole, and is still refused whole or not at all. Used by one thread; closed after the last
 * piece.
 */
public final class Reservation implements AutoCloseable {

    private final Intake intake;
    private final Room room;
    private final Priority priority;

    Reservation(Intake intake, Room room, Priority priority) {
        this.intake = intake;
        this.room = room;
        this.priority = priority;
    }

    /**
     * Submits the next activities.
     *
     * @return as {@link Intake#submit}
     * @throws IntakeUnavailable when the intake recovers or stops
     */
    public CompletableFuture<List<Outcome>> submit(List<Candidate> piece) {
        intake.requireTaking();
        Submission submission = new Submission(piece, priority);
        room.put(submission);
        return submission.outcomes();
    }

    @Override
    public void close() {
        room.close();
    }
}
