package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+43 660 1234567, 436601234567",
                "0043660/1234567, 436601234567",
                "+43 (0) 660 1234567, 436601234567",
                "(0660) 123-45-67, 06601234567",
                "00123, 00123",
                "none, -",
                "'', -",
                "-, -",
            })
    void aPhone(@Nullable String written, @Nullable String number) {
        assertThat(Meaning.phone(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "457173, 457173",
                "45717360, 457173",
                "457173******1234, 457173",
                "45717, -",
                "4571 7360, -",
                "abcdef, -",
            })
    void theIssuerOfACard(String written, @Nullable String bin) {
        assertThat(Meaning.cardBin(Map.of("cardBin", written))).isEqualTo(bin);
        assertThat(Meaning.cardBin(Map.of("bin", written))).isEqualTo(bin);
    }

    @Test
    void theIssuerOfACardAsANumber() {
        assertThat(Meaning.cardBin(Map.of("bin", new BigDecimal("457173")))).isEqualTo("457173");
    }

    @Test
    void anAbsurdNumber() {
        assertThat(Meaning.attribute(Map.of("n", new BigDecimal("1E+1000")), "n"))
                .isEqualTo("1E+1000");
    }
}
