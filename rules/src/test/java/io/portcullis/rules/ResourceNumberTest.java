package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNumberTest {

    @ParameterizedTest
    @CsvSource({
        "item-42, /v1/items, 42",
        ", /v1/orders/1007, 1007",
        ", /v1/orders/1007/lines, 1007",
        ", /v1/orders/1007?page=3, 1007",
        "'', /v1/orders/7, 7",
        ", /about, -1",
        "99999999999999999999999, /, 999999999999999",
    })
    void theLastDigitsCount(@Nullable String resource, String path, long number) {
        assertThat(ResourceNumber.of(resource, path)).isEqualTo(number);
    }
}
