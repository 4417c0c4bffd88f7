package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RunTest {

    private static final long MINUTE = 60_000;

    private final Run run = new Run();
    private long time;

    private int after(long... numbers) {
        for (long number : numbers) {
            time += 1_000;
            run.add(time, number);
        }
        return run.length();
    }

    @Test
    void givenNumbersInOrder_thenTheRunGrows_upwardsOrDownwards() {
        assertThat(after(41)).isEqualTo(1);
        assertThat(after(42, 43, 45, 48)).isEqualTo(5);
        Run down = new Run();
        for (int i = 0; i < 20; i++) {
            down.add(i, 900L - i);
        }
        assertThat(down.length()).isEqualTo(20);
    }

    @Test
    void givenOneAgain_thenItNeitherGrowsNorEnds() {
        assertThat(after(1, 2, 2, 2, 3)).isEqualTo(3);
    }

    @Test
    void givenAJump_orATurn_orAPause_thenItBeginsAnew() {
        assertThat(after(1, 2, 3, 40)).isEqualTo(1);
        assertThat(after(41, 42, 41)).isEqualTo(1);
        after(42, 43, 44);
        time += 11 * MINUTE;
        assertThat(after(45)).isEqualTo(1);
    }

    @Test
    void whatIsSavedGoesOnTheSame() throws IOException {
        after(9, 8, 7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        run.write(new DataOutputStream(bytes));
        Run restored = new Run();
        restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        restored.add(time + 1, 6);
        assertThat(restored.length()).isEqualTo(4);
    }
}
