package io.portcullis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryProgressTest {

    private static final long SECOND = 1_000_000_000;

    private final List<String> told = new ArrayList<>();
    private long now = 17 * SECOND;

    /** @param perSecond how many positions are folded each second */
    private void recover(long from, long end, int perSecond) {
        RecoveryProgress progress = new RecoveryProgress(end, () -> now, told::add);
        for (long position = from + 1; position <= end; position++) {
            now += SECOND / perSecond;
            progress.at(position);
        }
    }

    @Test
    void givenALongRecovery_thenItTellsEveryFewSecondsHowFarAndFastItIs() {
        recover(1_000_000, 1_400_000, 20_000);

        assertThat(told)
                .hasSize(3)
                .first()
                .isEqualTo("Recovering: at 1,101,000 of 1,400,000 activities (78 %), 20,000 a second, about 15 s left");
    }

    @Test
    void givenAShortRecovery_thenItTellsNothing() {
        recover(0, 80_000, 20_000);

        assertThat(told).isEmpty();
    }
}
