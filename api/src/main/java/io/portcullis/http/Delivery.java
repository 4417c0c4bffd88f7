package io.portcullis.http;

import io.portcullis.domain.activity.Batch;
import io.portcullis.domain.activity.BatchText;
import io.portcullis.domain.activity.Rejection;
import io.portcullis.domain.activity.Warning;
import io.portcullis.intake.Intake;
import io.portcullis.intake.IntakeUnavailable;
import io.portcullis.intake.Outcome;
import io.portcullis.intake.Priority;
import io.portcullis.intake.Reservation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * The activities of one request on their way into the log. They are read and submitted piece by piece, a piece ahead of
 * the writer: ten thousand that wait as objects would be copied by each collection, which holds up those who wait for a
 * decision.
 */
final class Delivery {

    /** As many as a transaction takes when nobody waits for a decision. */
    private static final int PIECE = 512;

    private static final int UNDER_WAY = 2;

    private final BatchText text;
    private final Intake intake;
    private final Terms terms;
    private final Queue<Piece> underWay = new ArrayDeque<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final List<Warning> repeated = new ArrayList<>();
    private final List<Reading.MadeId> made = new ArrayList<>();
    private boolean begun;
    private int accepted;
    private int duplicates;

    /** @param indexes the place of each activity in the request, from 0 */
    private record Piece(List<Integer> indexes, CompletableFuture<List<Outcome>> outcomes) {}

    Delivery(BatchText text, Intake intake, Terms terms) {
        this.text = text;
        this.intake = intake;
        this.terms = terms;
    }

    /**
     * Returns when all of them are durable that may go into the log.
     *
     * @param bytes of the request
     * @throws io.portcullis.intake.Overloaded when too many wait; none of them was taken
     * @throws IntakeUnavailable when none of them was taken
     * @throws InvalidRequest when all of them are invalid
     * @throws RetryLater when it is not known whether all are stored
     */
    Delivery run(long bytes) {
        try (Reservation reservation = intake.reserve(text.size(), bytes, Priority.BULK)) {
            for (int from = 0; from < text.size(); from += PIECE) {
                Reading reading = Reading.of(text, from, Math.min(text.size(), from + PIECE), intake, terms);
                note(reading);
                if (!reading.accepted().isEmpty()) {
                    underWay.add(new Piece(reading.indexes(), submit(reading, reservation)));
                    awaitAllBut(UNDER_WAY - 1);
                }
            }
        }
        awaitAllBut(0);
        if (!begun && !rejected.isEmpty()) {
            throw new InvalidRequest(rejected);
        }
        return this;
    }

    private void note(Reading reading) {
        rejected.addAll(reading.rejected());
        made.addAll(reading.made());
        warnings.addAll(reading.warnings()
                .subList(0, Math.min(reading.warnings().size(), Batch.MOST_WARNINGS - warnings.size())));
    }

    private CompletableFuture<List<Outcome>> submit(Reading reading, Reservation reservation) {
        try {
            CompletableFuture<List<Outcome>> outcomes = reservation.submit(reading.accepted());
            begun = true;
            return outcomes;
        } catch (IntakeUnavailable e) {
            if (begun) {
                throw RetryLater.inDoubt(made, e);
            }
            throw e;
        }
    }

    private void awaitAllBut(int some) {
        while (underWay.size() > some) {
            Piece piece = underWay.remove();
            List<Outcome> outcomes = Wait.on(piece.outcomes(), made);
            for (int i = 0; i < outcomes.size(); i++) {
                count(outcomes.get(i), piece.indexes().get(i));
            }
        }
    }

    private void count(Outcome outcome, int index) {
        if (outcome.duplicate()) {
            duplicates++;
        } else {
            accepted++;
        }
        if (outcome.differs()) {
            repeated.add(new Warning(index, "id", Outcome.DIFFERS));
        }
    }

    /** How many are stored that were not there before. */
    int accepted() {
        return accepted;
    }

    int duplicates() {
        return duplicates;
    }

    List<Rejection> rejected() {
        return rejected;
    }

    /** What producers should mend; then those whose id came before with other content. */
    List<Warning> warnings() {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(repeated);
        return all;
    }

    /** The ids of activities that came without one. */
    List<Reading.MadeId> made() {
        return made;
    }
}
