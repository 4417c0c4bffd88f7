package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunTest {

    private static final long MINUTE = 60_000;

    private final Run run = new Run(0);
    private final Cells cells = new Cells();
    private long time;

    private long after(long... numbers) {
        for (long number : numbers) {
            time += 1_000;
            run.add(cells, time, number);
        }
        return run.length(cells);
    }

    @Test
    void givenNumbersInOrder_thenTheRunGrows_upwardsOrDownwards() {
        assertThat(after(41)).isEqualTo(1);
        assertThat(after(42, 43, 45, 48)).isEqualTo(5);
        Cells down = new Cells();
        for (int i = 0; i < 20; i++) {
            run.add(down, i, 900L - i);
        }
        assertThat(run.length(down)).isEqualTo(20);
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
    void whatIsSavedGoesOnTheSame() {
        after(9, 8, 7);
        Cells restored = Copies.copy(cells);
        run.add(restored, time + 1, 6);
        assertThat(run.length(restored)).isEqualTo(4);
    }
}
