package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.Rules;
import io.portcullis.Samples;
import io.portcullis.rules.Engine;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacingTest {

    private static final Candidate ACTIVITY =
            new Candidate(new Engine(Rules.SHIPPED).prepare(Samples.request("a")), new byte[100]);

    private static final long MILLI = 1_000_000;
    private static final int MOST = 512;

    private final Pacing pacing = new Pacing(MOST);
    private long now;

    @Test
    void givenBulkAlone_thenATransactionTakesAsManyAsItMay() {
        run(Priority.BULK, MOST, 40 * MILLI);
        assertThat(pacing.limit(now)).isEqualTo(MOST);
    }

    @Test
    void givenDecisionsBesideBulk_thenATransactionTakesWhatIsDoneInFiveMilliseconds() {
        for (int i = 0; i < 20; i++) {
            run(Priority.INTERACTIVE, 1, MILLI);
            int size = pacing.limit(now);
            run(Priority.BULK, size, size * MILLI / 10);
        }
        assertThat(pacing.limit(now)).isBetween(45, 50);
    }

    @Test
    void givenAMachineThatGetsSlower_thenATransactionTakesFewer_butNeverTooFew() {
        for (int i = 0; i < 20; i++) {
            run(Priority.INTERACTIVE, 1, MILLI);
            run(Priority.BULK, pacing.limit(now), 60 * MILLI);
        }
        assertThat(pacing.limit(now)).isEqualTo(Pacing.FEWEST);
    }

    @Test
    void givenNoDecisionForASecond_thenATransactionTakesAsManyAsItMayAgain() {
        run(Priority.INTERACTIVE, 1, MILLI);
        assertThat(pacing.limit(now)).isLessThan(MOST);
        now += 1_000 * MILLI;
        assertThat(pacing.limit(now)).isEqualTo(MOST);
    }

    private void run(Priority priority, int size, long nanos) {
        Submission submission = new Submission(Collections.nCopies(size, ACTIVITY), priority);
        long begun = now;
        now += nanos;
        pacing.took(List.of(new Slice(submission, 0, size)), begun, now);
    }
}
