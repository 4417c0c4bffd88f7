package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LogClockTest {

    private static final long DAY = 86_400_000;

    private final LogClock clock = new LogClock();

    private long after(long... times) {
        for (long time : times) {
            clock.advance(time);
        }
        return clock.now();
    }

    @Test
    void givenTimesInOrder_thenItIsTheLatest_andLateOnesDoNotTurnItBack() {
        assertThat(after(-5)).isEqualTo(-5);
        assertThat(after(10, 20, 15, 5)).isEqualTo(20);
        assertThat(after(20 + DAY)).isEqualTo(20 + DAY);
    }

    @Test
    void givenActivitiesFromTheFuture_thenTheyDoNotMoveIt_whileOthersAreInThePresent() {
        assertThat(after(0, 400 * DAY, 10)).isEqualTo(10);
        for (int i = 0; i < 10 * LogClock.WITNESSES; i++) {
            after(400 * DAY + i, 401 * DAY, 500 * DAY, 20 + i);
        }
        assertThat(clock.now()).isEqualTo(20 + 10 * LogClock.WITNESSES - 1);
    }

    @Test
    void givenALogThatPauses_thenItMovesOnceManyActivitiesAgree_toTheEarliestOfThem() {
        after(0);
        for (int i = 1; i < LogClock.WITNESSES; i++) {
            assertThat(after(400 * DAY + i)).isZero();
        }
        assertThat(after(500 * DAY)).isEqualTo(400 * DAY + 1);
        assertThat(after(400 * DAY + 100)).isEqualTo(400 * DAY + 100);
    }

    @Test
    void givenItIsWrittenAndRead_thenItGoesOnAlike() throws IOException {
        after(0);
        for (int i = 1; i < LogClock.WITNESSES; i++) {
            after(400 * DAY + i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        clock.write(new DataOutputStream(bytes));
        LogClock copy = new LogClock();
        copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        copy.advance(400 * DAY + 500);
        assertThat(copy.now()).isEqualTo(400 * DAY + 1);
    }
}
