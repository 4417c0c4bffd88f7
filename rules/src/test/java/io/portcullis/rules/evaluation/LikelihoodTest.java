package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "endpoint.purpose == \"export\"",
                "endpoint.purpose in (\"invite\", \"referral\")",
                "client.disguised",
                "durationMs >= 500",
                "ip.count(12) >= 8",
                "account.speed(\"whereabouts\") >= 1100",
                "ip.since(3) == 0",
                "account.age() <= 3600",
                "account.isNew(4)",
                "device.listed(\"confirmed-bad-devices\")",
                "status == 401 || status == 403",
                "ip.count(1) >= 60 || ip.count(1) >= 45 && network.anonymous",
                "ip.count(1) >= 60 && (ip.distinct(2) <= 3 || !organization.present)"
            })
    void itHoldsForFewActivities(String constraint) {
        assertThat(Likelihood.of(constraint)).isEqualTo(Likelihood.RARE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip.count(3) > 3 * ip.count(4)",
                "!app.mobile || app.unattested",
                "network.anonymous || ip.distinct(1) <= 2",
                "(ip.count(1) >= 60 || ip.count(2) > 2 * ip.count(3))"
            })
    void nobodyKnows(String constraint) {
        assertThat(Likelihood.of(constraint)).isEqualTo(Likelihood.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!apiKey.present",
                "session.present",
                "status != 401",
                "durationMs < 20000",
                "network.kind not in (\"vpn\", \"tor\")",
                "ip.distinct(5) <= 3",
                "session.count(2) == 0",
                "account.age() >= 86400",
                "account.since(7) > 600"
            })
    void itHoldsForMost(String constraint) {
        assertThat(Likelihood.of(constraint)).isEqualTo(Likelihood.COMMON);
    }
}
