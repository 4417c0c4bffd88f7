package io.portcullis.rules.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTest {

    private static final long DAY = 86_400_000;

    @Test
    void givenAnAccusation_thenItHalvesEveryDay() {
        Standing standing = new Standing();
        assertThat(standing.risk(0)).isZero();
        standing.raise(80, 0);
        assertThat(standing.risk(0)).isEqualTo(80);
        assertThat(standing.risk(DAY)).isEqualTo(40);
        assertThat(standing.risk(3 * DAY)).isEqualTo(10);
    }

    @Test
    void givenALighterAccusation_thenItIsNeverLowered() {
        Standing standing = new Standing();
        standing.raise(80, 0);
        standing.raise(30, 0);
        assertThat(standing.risk(0)).isEqualTo(80);
        standing.raise(30, DAY);
        assertThat(standing.risk(DAY)).isEqualTo(40);
        standing.raise(90, 2 * DAY);
        assertThat(standing.risk(2 * DAY)).isEqualTo(90);
    }

    @Test
    void givenAClockBefore1970_thenItHalvesToo() {
        Standing standing = new Standing();
        standing.raise(80, -10 * DAY);
        assertThat(standing.risk(-9 * DAY)).isEqualTo(40);
    }

    @Test
    void givenItIsWrittenAndRead_thenItIsTheSame() {
        Standing standing = new Standing();
        standing.raise(77, 5);
        assertThat(Copies.copy(standing, new Standing()).risk(12_345_678)).isEqualTo(standing.risk(12_345_678));
    }
}
