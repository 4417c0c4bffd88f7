package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexedTest {

    private static List<List<String>> each(String... constraints) {
        return Indexed.each(new Pattern("ApiRequest", List.of(constraints))).stream()
                .map(Pattern::constraints)
                .toList();
    }

    @Test
    void whatAnEndpointIsForIsAskedOfTheRequestItself() {
        assertThat(each("status == 404", "endpoint.purpose == \"login\""))
                .containsExactly(List.of("status == 404", "purpose == \"login\""));
        assertThat(each("endpoint.sensitivity == \"low\"")).containsExactly(List.of("sensitivity == \"low\""));
    }

    @Test
    void severalPurposesBecomeAPatternEach_andTheFirstConstraintOfTheKindIsTheOne() {
        assertThat(each("endpoint.purpose in (\"cart\", \"order\", \"cart\")", "endpoint.sensitivity == \"high\""))
                .containsExactly(
                        List.of("purpose == \"cart\"", "endpoint.sensitivity == \"high\""),
                        List.of("purpose == \"order\"", "endpoint.sensitivity == \"high\""));
    }

    @Test
    void whatIsNoEqualityStays_andSoDoOtherFacts() {
        for (String constraint : List.of(
                "endpoint.purpose != \"login\"",
                "endpoint.purpose not in (\"login\", \"token\")",
                "endpoint.purpose == \"login\" || status == 404",
                "endpoint.purpose == \"login\" && status == 404")) {
            assertThat(each(constraint)).containsExactly(List.of(constraint));
        }
        Pattern activity = new Pattern("Activity", List.of("endpoint.purpose == \"login\""));
        assertThat(Indexed.each(activity)).containsExactly(activity);
    }

    @Test
    void onlyWhatStandsAloneHasAnIndex() {
        assertThat(Indexed.is("purpose == \"login\"")).isTrue();
        assertThat(Indexed.is("purpose == \"login\" && status == 404")).isFalse();
        assertThat(Indexed.is("endpoint.purpose == \"login\"")).isFalse();
    }
}
