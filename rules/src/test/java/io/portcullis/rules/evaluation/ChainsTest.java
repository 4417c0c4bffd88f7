package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Pattern;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static Pattern request(String... constraints) {
        return new Pattern("ApiRequest", List.of(constraints));
    }

    private static List<List<String>> joined(Pattern... patterns) {
        return Chains.join(List.of(patterns)).stream().map(Pattern::constraints).toList();
    }

    @Test
    void whatARulePassesAloneIsOneConstraint() {
        assertThat(joined(request("status == 404", "!apiKey.present", "client.headless")))
                .containsExactly(List.of("status == 404 && !apiKey.present && client.headless"));
    }

    @Test
    void whatAsksTheMemoryWaits_andAllThatComesAfterIt() {
        assertThat(joined(request("status == 404", "!apiKey.present", "ip.count(1) >= 8", "ip.count(2) >= 8", "a")))
                .containsExactly(
                        List.of("status == 404 && !apiKey.present", "ip.count(1) >= 8 && ip.count(2) >= 8 && a"));
    }

    @Test
    void whereRulesPart_orOneEnds_aChainEnds() {
        assertThat(joined(request("a", "b", "c", "d"), request("a", "b", "e"), request("f", "g"), request("f")))
                .containsExactly(List.of("a && b", "c && d"), List.of("a && b", "e"), List.of("f", "g"), List.of("f"));
    }

    @Test
    void aLongChainIsSeveral() {
        String[] constraints =
                IntStream.range(0, 60).mapToObj(i -> "status != " + i).toArray(String[]::new);
        List<String> joined = joined(request(constraints)).get(0);
        assertThat(joined).hasSize(3);
        assertThat(String.join(" && ", joined)).isEqualTo(String.join(" && ", constraints));
    }

    @Test
    void alternativesStayTogether() {
        assertThat(joined(request("a || b", "c"))).containsExactly(List.of("(a || b) && c"));
    }

    @Test
    void rulesThatSayTheSame_orAreAboutOtherFacts_haveChainsOfTheirOwn() {
        assertThat(joined(request("a", "b"), request("a", "b"), new Pattern("Login", List.of("a", "c"))))
                .containsExactly(List.of("a && b"), List.of("a && b"), List.of("a && c"));
    }

    @Test
    void whatIsFoundByAnIndexStandsAlone() {
        assertThat(joined(request("endpoint.purpose == \"login\"", "a", "b")))
                .containsExactly(List.of("endpoint.purpose == \"login\"", "a && b"));
    }
}
