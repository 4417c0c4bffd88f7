package io.portcullis.domain.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("device", "ip", "account", "amount");

    @Test
    void givenAMisspelling_thenTheNearestNameIsMeant_whateverItsCase() {
        assertThat(Nearest.to("Acount", NAMES, 2)).contains("account");
        assertThat(Nearest.to("IPP", NAMES, 2)).contains("ip");
    }

    @Test
    void givenTwoNamesAsNear_thenTheFirstInTheAlphabetIsMeant() {
        assertThat(Nearest.to("acmount", NAMES, 2)).contains("account");
    }

    @Test
    void givenNothingNear_thenNothingIsMeant() {
        assertThat(Nearest.to("order", NAMES, 2)).isEmpty();
    }
}
