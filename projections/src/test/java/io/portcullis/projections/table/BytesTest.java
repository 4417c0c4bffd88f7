package io.portcullis.projections.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, -1, 1_795_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void givenANumber_whenWrittenAndRead_thenItIsTheSame(long number) {
        byte[] bytes = new ByteOutput()
                .number(number)
                .signed(number)
                .text("ø" + number)
                .toByteArray();
        ByteInput in = new ByteInput(bytes);
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.signed()).isEqualTo(number);
        assertThat(in.text()).isEqualTo("ø" + number);
    }

    @Test
    void givenTimesOfAnyYear_whenKept_thenTheyAreTheSameToTheMicrosecond() {
        for (String text :
                new String[] {"0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "9999-12-31T23:59:59Z"}) {
            Instant instant = Instant.parse(text);
            assertThat(EventTime.instant(EventTime.micros(instant))).isEqualTo(instant);
        }
        assertThat(EventTime.bucket(EventTime.micros(Instant.parse("1969-12-31T23:59:59Z")), 60))
                .isEqualTo(-1);
    }
}
