package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintOrderTest {

    private static Pattern pattern(String... constraints) {
        return new Pattern("ApiRequest", List.of(constraints));
    }

    @Test
    void propertiesComeBeforeQuestions_andExpressionsLast_ofEachThoseThatMostRulesHave() {
        Pattern pattern = pattern(
                "path matches \"/v1/.*\"",
                "ip.count(\"request\", \"1m\") > 3",
                "ip.age() > 5",
                "status == 404",
                "!apiKey.present",
                "method in (\"GET\", \"HEAD\")");
        ConstraintOrder order = new ConstraintOrder(
                List.of(pattern, pattern("!apiKey.present"), pattern("ip.count(\"request\", \"1m\") > 3")));
        assertThat(order.order(pattern).constraints())
                .containsExactly(
                        "!apiKey.present",
                        "method in (\"GET\", \"HEAD\")",
                        "status == 404",
                        "ip.count(\"request\", \"1m\") > 3",
                        "ip.age() > 5",
                        "path matches \"/v1/.*\"");
    }
}
