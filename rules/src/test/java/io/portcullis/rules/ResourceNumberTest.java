package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.InvalidActivity;
import java.nio.charset.StandardCharsets;
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
    void theLastDigitsCount(@Nullable String resource, String path, long number) throws InvalidActivity {
        String json =
                "{\"type\":\"api-request\",\"occurredAt\":\"2026-01-05T10:00:00Z\",\"ip\":\"192.0.2.1\",\"path\":\""
                        + path + "\"" + (resource == null ? "" : ",\"resource\":\"" + resource + "\"") + "}";
        ApiRequest request =
                (ApiRequest) new ActivityReader(() -> "made-up").read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(ResourceNumber.of(request)).isEqualTo(number);
    }
}
