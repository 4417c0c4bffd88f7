package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(0);
    private final Cells cells = new Cells();

    @Test
    void givenAMetronome_thenItIsRegular() {
        for (int i = 0; i < 100; i++) {
            pace.add(cells, i * 5_000L);
        }
        assertThat(pace.irregularity(cells)).isZero();
    }

    @Test
    void givenChance_thenItIsNearOne() {
        Random random = new Random(3);
        double sum = 0;
        for (int round = 0; round < 200; round++) {
            Cells chance = new Cells();
            long time = 0;
            for (int i = 0; i < 40; i++) {
                time += (long) (-Math.log(1 - random.nextDouble()) * 10_000);
                pace.add(chance, time);
            }
            sum += pace.irregularity(chance);
        }
        assertThat(sum / 200).isCloseTo(1, within(0.1));
    }

    @Test
    void givenBursts_thenItIsAboveChance() {
        for (int i = 0; i < 40; i++) {
            pace.add(cells, (i / 8) * 600_000L + (i % 8) * 500L);
        }
        assertThat(pace.irregularity(cells)).isGreaterThan(2);
    }

    @Test
    void givenTooFew_orAllAtOnce_thenThereIsNoTelling() {
        for (int i = 0; i < 16; i++) {
            pace.add(cells, i * 5_000L);
        }
        assertThat(pace.irregularity(cells)).isEqualTo(1);
        Cells atOnce = new Cells();
        for (int i = 0; i < 40; i++) {
            pace.add(atOnce, 7);
        }
        assertThat(pace.irregularity(atOnce)).isEqualTo(1);
    }

    @Test
    void givenOneThatComesLate_thenItLandsInItsPlace() {
        for (int i = 0; i < 30; i++) {
            if (i != 12) {
                pace.add(cells, i * 1_000L);
            }
        }
        assertThat(pace.irregularity(cells)).isPositive();
        pace.add(cells, 12_000);
        assertThat(pace.irregularity(cells)).isZero();
    }

    @Test
    void whatIsSavedGoesOnTheSame() {
        for (int i = 0; i < 25; i++) {
            pace.add(cells, 100L * i * i);
        }
        Cells restored = Copies.copy(cells);
        for (int i = 25; i < 50; i++) {
            pace.add(cells, 100L * i * i);
            pace.add(restored, 100L * i * i);
        }
        assertThat(pace.irregularity(restored)).isEqualTo(pace.irregularity(cells));
    }
}
