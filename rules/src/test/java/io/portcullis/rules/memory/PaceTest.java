package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void givenAMetronome_thenItIsRegular() {
        for (int i = 0; i < 100; i++) {
            pace.add(i * 5_000L);
        }
        assertThat(pace.irregularity()).isZero();
    }

    @Test
    void givenChance_thenItIsNearOne() {
        Random random = new Random(3);
        double sum = 0;
        for (int round = 0; round < 200; round++) {
            Pace chance = new Pace();
            long time = 0;
            for (int i = 0; i < 40; i++) {
                time += (long) (-Math.log(1 - random.nextDouble()) * 10_000);
                chance.add(time);
            }
            sum += chance.irregularity();
        }
        assertThat(sum / 200).isCloseTo(1, within(0.1));
    }

    @Test
    void givenBursts_thenItIsAboveChance() {
        for (int i = 0; i < 40; i++) {
            pace.add((i / 8) * 600_000L + (i % 8) * 500L);
        }
        assertThat(pace.irregularity()).isGreaterThan(2);
    }

    @Test
    void givenTooFew_orAllAtOnce_thenThereIsNoTelling() {
        for (int i = 0; i < 16; i++) {
            pace.add(i * 5_000L);
        }
        assertThat(pace.irregularity()).isEqualTo(1);
        Pace atOnce = new Pace();
        for (int i = 0; i < 40; i++) {
            atOnce.add(7);
        }
        assertThat(atOnce.irregularity()).isEqualTo(1);
    }

    @Test
    void givenOneThatComesLate_thenItLandsInItsPlace() {
        for (int i = 0; i < 30; i++) {
            if (i != 12) {
                pace.add(i * 1_000L);
            }
        }
        assertThat(pace.irregularity()).isPositive();
        pace.add(12_000);
        assertThat(pace.irregularity()).isZero();
    }

    @Test
    void whatIsSavedGoesOnTheSame() throws IOException {
        for (int i = 0; i < 25; i++) {
            pace.add(100L * i * i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pace.write(new DataOutputStream(bytes));
        Pace restored = new Pace();
        restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int i = 25; i < 50; i++) {
            pace.add(100L * i * i);
            restored.add(100L * i * i);
        }
        assertThat(restored.irregularity()).isEqualTo(pace.irregularity());
    }
}
