package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.Pattern;
import io.portcullis.rules.language.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintOrderTest {

    private static ParsedRule rule(String... constraints) {
        return new ParsedRule(
                new Source("a.drl", ""),
                0,
                "rule",
                new Pattern("ApiRequest", List.of(constraints)),
                new Consequence.Raise(),
                List.of(),
                List.of(),
                null);
    }

    @Test
    void propertiesComeBeforeQuestions_andExpressionsLast_ofEachThoseThatMostRulesHave() {
        ParsedRule rule = rule(
                "path matches \"/v1/.*\"",
                "ip.count(\"request\", \"1m\") > 3",
                "ip.age() > 5",
                "status == 404",
                "!apiKey.present",
                "method in (\"GET\", \"HEAD\")");
        ConstraintOrder order =
                new ConstraintOrder(List.of(rule, rule("!apiKey.present"), rule("ip.count(\"request\", \"1m\") > 3")));
        assertThat(order.order(rule.pattern()).constraints())
                .containsExactly(
                        "!apiKey.present",
                        "method in (\"GET\", \"HEAD\")",
                        "status == 404",
                        "ip.count(\"request\", \"1m\") > 3",
                        "ip.age() > 5",
                        "path matches \"/v1/.*\"");
    }
}
