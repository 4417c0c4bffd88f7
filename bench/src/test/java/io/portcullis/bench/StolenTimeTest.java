package io.portcullis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StolenTimeTest {

    @Test
    void givenTwoMoments_thenTellsTheShareThatOthersGotBetweenThem() {
        StolenTime before = StolenTime.of("cpu  100 0 20 300 5 0 5 10 0 0");
        StolenTime after = StolenTime.of("cpu  250 0 30 320 5 0 5 30 0 0");

        assertThat(after.shareSince(before)).isEqualTo(0.1);
        assertThat(after.shareSince(after)).isZero();
    }

    @Test
    void givenASystemThatDoesNotSay_thenThereIsNone() {
        StolenTime unsaid = StolenTime.of("cpu  100 0 20 300");

        assertThat(StolenTime.of("cpu  900 0 20 300").shareSince(unsaid)).isZero();
    }
}
