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
    void givenALoneActivityFromTheFuture_thenItDoesNotMove() {
        assertThat(after(0, 400 * DAY, 10)).isEqualTo(10);
        assertThat(after(400 * DAY, 20, 500 * DAY, 30)).isEqualTo(30);
    }

    @Test
    void givenALogThatPauses_thenItMovesWithTheSecondActivityBehindThePause() {
        assertThat(after(0, 400 * DAY)).isZero();
        assertThat(after(400 * DAY + 5)).isEqualTo(400 * DAY);
        assertThat(after(400 * DAY + 9)).isEqualTo(400 * DAY + 9);
    }

    @Test
    void givenItIsWrittenAndRead_thenItGoesOnAlike() throws IOException {
        after(0, 400 * DAY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        clock.write(new DataOutputStream(bytes));
        LogClock copy = new LogClock();
        copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        copy.advance(400 * DAY + 5);
        assertThat(copy.now()).isEqualTo(400 * DAY);
    }
}
