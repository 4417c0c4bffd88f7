package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    private final Standing standing = new Standing(0);
    private final Cells cells = new Cells();

    private static final long DAY = 86_400_000;

    @Test
    void givenAnAccusation_thenItHalvesEveryDay() {
        assertThat(standing.risk(cells, 0)).isZero();
        standing.raise(cells, 80, 0);
        assertThat(standing.risk(cells, 0)).isEqualTo(80);
        assertThat(standing.risk(cells, DAY)).isEqualTo(40);
        assertThat(standing.risk(cells, 3 * DAY)).isEqualTo(10);
    }

    @Test
    void givenALighterAccusation_thenItIsNeverLowered() {
        standing.raise(cells, 80, 0);
        standing.raise(cells, 30, 0);
        assertThat(standing.risk(cells, 0)).isEqualTo(80);
        standing.raise(cells, 30, DAY);
        assertThat(standing.risk(cells, DAY)).isEqualTo(40);
        standing.raise(cells, 90, 2 * DAY);
        assertThat(standing.risk(cells, 2 * DAY)).isEqualTo(90);
    }

    @Test
    void givenAClockBefore1970_thenItHalvesToo() {
        standing.raise(cells, 80, -10 * DAY);
        assertThat(standing.risk(cells, -9 * DAY)).isEqualTo(40);
    }

    @Test
    void givenItIsWrittenAndRead_thenItIsTheSame() {
        standing.raise(cells, 77, 5);
        assertThat(standing.risk(Copies.copy(cells), 12_345_678)).isEqualTo(standing.risk(cells, 12_345_678));
    }
}
