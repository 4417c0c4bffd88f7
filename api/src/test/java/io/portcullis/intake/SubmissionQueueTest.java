package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.Rules;
import io.portcullis.Samples;
import io.portcullis.rules.Engine;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionQueueTest {

    private static final Candidate ACTIVITY =
            new Candidate(new Engine(Rules.SHIPPED).prepare(Samples.request("a")), new byte[100]);

    private final SubmissionQueue queue = new SubmissionQueue(10, 10_000);

    @Test
    void givenBulkThatCameFirst_whenTaken_thenInteractiveGoesAhead() throws InterruptedException {
        Submission history = put(3, Priority.BULK);
        Submission call = put(1, Priority.INTERACTIVE);

        assertThat(queue.take(100)).containsExactly(whole(call), whole(history));
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void givenMoreThanABatch_whenTaken_thenALargeSubmissionIsTakenInSlices() throws InterruptedException {
        Submission first = put(3, Priority.BULK);
        Submission second = put(6, Priority.BULK);

        assertThat(queue.take(5)).containsExactly(new Slice(first, 0, 3), new Slice(second, 0, 2));
        assertThat(queue.waiting()).isEqualTo(4);
        assertThat(queue.take(5)).containsExactly(new Slice(second, 2, 6));
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void givenALargeSubmissionTakenInPart_whenAnInteractiveOneComes_thenItGoesAheadOfTheRest()
            throws InterruptedException {
        Submission large = put(9, Priority.BULK);
        queue.take(5);
        Submission call = put(1, Priority.INTERACTIVE);

        assertThat(queue.take(5)).containsExactly(new Slice(call, 0, 1), new Slice(large, 5, 9));
    }

    @Test
    void givenALargeSubmissionTakenInPart_whenItIsGivenUp_thenItsRestWaitsNoLonger() throws InterruptedException {
        Submission large = put(9, Priority.BULK);
        queue.take(5);
        Submission next = put(1, Priority.BULK);

        queue.giveUp(large);

        assertThat(queue.waiting()).isEqualTo(1);
        assertThat(queue.take(5)).containsExactly(whole(next));
        queue.giveUp(next);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void givenAFullQueue_whenMoreComes_thenItIsRefusedAndNothingOfItIsKept() throws InterruptedException {
        Submission waiting = put(9, Priority.BULK);

        assertThatThrownBy(() -> put(2, Priority.INTERACTIVE))
                .isInstanceOfSatisfying(
                        Overloaded.class, e -> assertThat(e.retryAfterSeconds()).isPositive());

        assertThat(queue.waiting()).isEqualTo(9);
        assertThat(queue.take(100)).containsExactly(whole(waiting));
    }

    @Test
    void givenAsManyBytesAsMayWait_whenMoreComes_thenItIsRefusedUntilSomeAreTaken() throws InterruptedException {
        SubmissionQueue bytes = new SubmissionQueue(1_000, 950);
        Submission waiting = submission(9, Priority.BULK);
        bytes.put(waiting);

        assertThatThrownBy(() -> bytes.put(submission(1, Priority.INTERACTIVE))).isInstanceOf(Overloaded.class);

        assertThat(bytes.take(100)).containsExactly(whole(waiting));
        Submission large = submission(20, Priority.BULK);
        bytes.put(large);
        assertThat(bytes.take(100)).as("one that exceeds the bound by itself").containsExactly(whole(large));
    }

    @Test
    void givenWhatWasTakenOrGivenUp_thenItsBytesAreFreeAgain() throws InterruptedException {
        SubmissionQueue bytes = new SubmissionQueue(1_000, 950);
        for (int i = 0; i < 3; i++) {
            bytes.put(submission(5, Priority.BULK));
            Submission givenUp = submission(4, Priority.BULK);
            bytes.put(givenUp);
            assertThatThrownBy(() -> bytes.put(submission(1, Priority.BULK))).isInstanceOf(Overloaded.class);

            assertThat(bytes.take(7)).hasSize(2);
            assertThatThrownBy(() -> bytes.put(submission(6, Priority.BULK))).isInstanceOf(Overloaded.class);
            bytes.giveUp(givenUp);
            assertThat(bytes.waiting()).isZero();
        }
    }

    @Test
    void givenSoManyThatWait_whenMoreComes_thenItIsToldWhenToTryAgain() {
        SubmissionQueue large = new SubmissionQueue(50_000, Long.MAX_VALUE);
        large.put(submission(50_000, Priority.BULK));

        assertThatThrownBy(() -> large.put(submission(1, Priority.BULK)))
                .isInstanceOfSatisfying(
                        Overloaded.class, e -> assertThat(e.retryAfterSeconds()).isEqualTo(3));
    }

    @Test
    void givenAPieceOfOtherBytesThanWereKept_thenItsOwnAreCounted() throws InterruptedException {
        SubmissionQueue bytes = new SubmissionQueue(1_000, 950);
        Room room = bytes.reserve(4, 10);
        room.put(submission(4, Priority.BULK));
        bytes.put(submission(5, Priority.BULK));
        assertThatThrownBy(() -> bytes.put(submission(1, Priority.BULK))).isInstanceOf(Overloaded.class);
    }

    @Test
    void givenRoomInAQueueThatIsClosed_thenItsPiecesAreRefused() {
        Room room = queue.reserve(4, 400);
        queue.close();
        assertThatThrownBy(() -> room.put(submission(1, Priority.BULK))).isInstanceOf(IntakeUnavailable.class);
    }

    @Test
    void givenWhatStillWaitsAtTheEnd_thenAllOfItIsTakenOut() throws InterruptedException {
        Submission bulk = put(9, Priority.BULK);
        queue.take(5);
        Submission call = put(1, Priority.INTERACTIVE);

        assertThat(queue.drain()).containsExactly(call, bulk);
        assertThat(queue.drain()).isEmpty();
    }

    @Test
    void givenRoomThatIsKept_thenItsPiecesAreTaken_andOthersOnlyHaveTheRest() throws InterruptedException {
        Room room = queue.reserve(8, 800);
        assertThatThrownBy(() -> put(3, Priority.INTERACTIVE)).isInstanceOf(Overloaded.class);

        Submission piece = submission(5, Priority.BULK);
        room.put(piece);
        assertThat(queue.take(100)).containsExactly(whole(piece));
        assertThat(queue.waiting()).as("the room that is left").isEqualTo(3);

        room.close();
        assertThat(queue.waiting()).isZero();
        put(10, Priority.BULK);
    }

    @Test
    void givenRoomForSoMany_thenAPieceWithMoreIsAMistake() {
        Room room = queue.reserve(8, 800);
        room.put(submission(5, Priority.BULK));
        assertThatThrownBy(() -> room.put(submission(4, Priority.BULK))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenBytesThatAreKept_whenTheRoomIsClosed_thenOthersHaveThem() throws InterruptedException {
        SubmissionQueue bytes = new SubmissionQueue(1_000, 950);
        Room room = bytes.reserve(4, 900);
        Submission piece = submission(1, Priority.BULK);
        room.put(piece);
        assertThatThrownBy(() -> bytes.put(submission(1, Priority.BULK))).isInstanceOf(Overloaded.class);

        room.close();
        bytes.put(submission(8, Priority.BULK));
        assertThat(bytes.take(100)).hasSize(2);
    }

    @Test
    void givenAClosedQueue_thenWhatWaitsIsTakenAndNothingElseComesIn() throws InterruptedException {
        Submission waiting = put(1, Priority.BULK);
        queue.close();

        assertThatThrownBy(() -> put(1, Priority.BULK)).isInstanceOf(IntakeUnavailable.class);
        assertThat(queue.take(100)).containsExactly(whole(waiting));
        assertThat(queue.take(100)).isEmpty();
    }

    private static Slice whole(Submission submission) {
        return new Slice(submission, 0, submission.size());
    }

    private Submission put(int activities, Priority priority) {
        Submission submission = submission(activities, priority);
        queue.put(submission);
        return submission;
    }

    private static Submission submission(int activities, Priority priority) {
        return new Submission(List.copyOf(Collections.nCopies(activities, ACTIVITY)), priority);
    }
}
