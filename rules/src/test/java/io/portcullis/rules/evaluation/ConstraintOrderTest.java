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
    void whatSeldomHoldsComesFirst_propertiesBeforeQuestions_andExpressionsLast() {
        Pattern pattern = pattern(
                "path matches \"/v1/.*\"",
                "ip.distinct(3) <= 3",
                "!apiKey.present",
                "ip.count(1) > 3 * ip.count(2)",
                "ip.count(1) >= 3",
                "status == 404");
        assertThat(new ConstraintOrder(List.of(pattern)).order(pattern).constraints())
                .containsExactly(
                        "status == 404",
                        "ip.count(1) >= 3",
                        "!apiKey.present",
                        "ip.count(1) > 3 * ip.count(2)",
                        "ip.distinct(3) <= 3",
                        "path matches \"/v1/.*\"");
    }

    @Test
    void ofAlikeConstraints_thoseThatMostRulesHaveComeFirst() {
        Pattern pattern = pattern("ip.count(1) >= 3", "ip.count(2) >= 3", "status == 401", "status == 404");
        ConstraintOrder order =
                new ConstraintOrder(List.of(pattern, pattern("status == 404"), pattern("ip.count(2) >= 3")));
        assertThat(order.order(pattern).constraints())
                .containsExactly("status == 404", "status == 401", "ip.count(2) >= 3", "ip.count(1) >= 3");
    }
}
