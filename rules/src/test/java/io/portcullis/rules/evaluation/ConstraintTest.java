package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status == 404",
                "endpoint.purpose in (\"cart\", \"order\")",
                "path matches \"(?s)/v(1|2)/.*\"",
                "attribute(\"q\") contains \"ip.count(1)\"",
                "!apiKey.present && (client.disguised || client.headless)",
                "ip.listed(\"tor\") && attribute(\"basket\") == \"7\"",
                "signalled(\"probing\")"
            })
    void theActivityAloneAnswers(String text) {
        assertThat(Constraint.asks(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip.count(3) >= 8",
                "account.age() <= 3600",
                "status == 404 || account.isNew(4)",
                "ip.listed(\"tor\") && ip.standing() > 0.5",
                "user.rate(\"request\", \"10m\") > 2",
                "whatever.comesNext(1)"
            })
    void theMemoryIsAsked(String text) {
        assertThat(Constraint.asks(text)).isTrue();
    }
}
