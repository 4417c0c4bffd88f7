package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNumberTest {

    @ParameterizedTest
    @CsvSource({
        "item-42,42",
        "orders/1007,1007",
        "users/7/orders/9,9",
        "about,-1",
        ",-1",
        "99999999999999999999999,999999999999999"
    })
    void theLastDigitsCount(@Nullable String resource, long number) {
        assertThat(ResourceNumber.of(resource)).isEqualTo(number);
    }
}
