package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Pattern;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardsTest {

    private static Pattern request(String... constraints) {
        return new Pattern("ApiRequest", List.of(constraints));
    }

    private static List<List<String>> placed(Pattern... patterns) {
        return Guards.place(List.of(patterns)).stream()
                .map(Pattern::constraints)
                .toList();
    }

    @Test
    void rulesThatSeldomBeginShareAGuard() {
        assertThat(placed(request("ip.count(1) >= 8", "!apiKey.present"), request("account.isNew(4)")))
                .containsExactly(
                        List.of("account.isNew(4) || ip.count(1) >= 8", "ip.count(1) >= 8", "!apiKey.present"),
                        List.of("account.isNew(4) || ip.count(1) >= 8", "account.isNew(4)"));
    }

    @Test
    void propertiesAreGuardedApartFromQuestions_andByThemselves() {
        assertThat(placed(
                        request("status == 401"),
                        request("status == 404"),
                        request("client.disguised"),
                        request("ip.count(1) >= 8")))
                .containsExactly(
                        List.of("status == 401 || status == 404", "status == 401"),
                        List.of("status == 401 || status == 404", "status == 404"),
                        List.of("client.disguised"),
                        List.of("ip.count(1) >= 8"));
    }

    @Test
    void looksIntoListsAreGuardedByThemselves() {
        assertThat(placed(
                        request("device.listed(\"a\")"),
                        request("client.listed(\"b\")"),
                        request("ip.count(1) >= 8"),
                        request("client.disguised")))
                .containsExactly(
                        List.of("client.listed(\"b\") || device.listed(\"a\")", "device.listed(\"a\")"),
                        List.of("client.listed(\"b\") || device.listed(\"a\")", "client.listed(\"b\")"),
                        List.of("ip.count(1) >= 8"),
                        List.of("client.disguised"));
    }

    @Test
    void whereRulesPartFurtherOn_thereIsAnotherGuard() {
        assertThat(placed(request("status == 404", "ip.count(1) >= 8"), request("status == 404", "ip.count(2) >= 8")))
                .containsExactly(
                        List.of("status == 404", "ip.count(1) >= 8 || ip.count(2) >= 8", "ip.count(1) >= 8"),
                        List.of("status == 404", "ip.count(1) >= 8 || ip.count(2) >= 8", "ip.count(2) >= 8"));
    }

    @Test
    void whatMostActivitiesPassIsNotGuarded() {
        assertThat(placed(request("!apiKey.present"), request("session.present")))
                .containsExactly(List.of("!apiKey.present"), List.of("session.present"));
    }

    @Test
    void whatEveryActivityHasOneOfIsNotGuarded() {
        assertThat(placed(request("method == \"GET\""), request("method == \"POST\"")))
                .containsExactly(List.of("method == \"GET\""), List.of("method == \"POST\""));
    }

    @Test
    void rulesAboutOtherFactsHaveGuardsOfTheirOwn() {
        assertThat(placed(request("ip.count(1) >= 8"), new Pattern("Login", List.of("ip.count(2) >= 8"))))
                .containsExactly(List.of("ip.count(1) >= 8"), List.of("ip.count(2) >= 8"));
    }

    @Test
    void aGuardAsksAHandfulOfQuestions() {
        Pattern[] nine = IntStream.range(0, 9)
                .mapToObj(slot -> request("ip.count(" + slot + ") >= 8"))
                .toArray(Pattern[]::new);
        List<List<String>> placed = placed(nine);
        assertThat(placed.get(0).get(0).split(" \\|\\| ")).hasSize(8);
        assertThat(placed.get(8)).containsExactly("ip.count(8) >= 8");
    }
}
