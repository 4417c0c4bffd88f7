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
    void severalPurposesBecomeAPatternEach() {
        assertThat(each("endpoint.purpose in (\"cart\", \"order\", \"cart\")", "endpoint.sensitivity == \"high\""))
                .containsExactly(
                        List.of("endpoint.purpose == \"cart\"", "endpoint.sensitivity == \"high\""),
                        List.of("endpoint.purpose == \"order\"", "endpoint.sensitivity == \"high\""));
    }

    @Test
    void wherePatternsAreFoundByAWordAlready_theyStay() {
        List<String> said = List.of("endpoint.sensitivity == \"high\"", "endpoint.purpose in (\"cart\", \"order\")");
        assertThat(each(said.toArray(String[]::new))).containsExactly(said);
    }

    @Test
    void whatIsNoEqualityStays() {
        for (String constraint : List.of(
                "endpoint.purpose != \"login\"",
                "endpoint.purpose not in (\"login\", \"token\")",
                "endpoint.purpose in (\"a, b\")",
                "endpoint.purpose == \"login\" || status == 404",
                "endpoint.purpose == \"login\" && status == 404")) {
            assertThat(each(constraint)).containsExactly(List.of(constraint));
        }
    }

    @Test
    void onlyWhatStandsAloneHasAnIndex() {
        assertThat(Indexed.word("endpoint.purpose == \"login\""))
                .contains(new Indexed.Word(Indexed.Property.PURPOSE, "login"));
        assertThat(Indexed.word("endpoint.sensitivity == \"low\""))
                .contains(new Indexed.Word(Indexed.Property.SENSITIVITY, "low"));
        assertThat(Indexed.is("endpoint.purpose == \"login\" && status == 404")).isFalse();
        assertThat(Indexed.is("purpose == \"login\"")).isFalse();
        assertThat(Indexed.is("endpoint.purpose == \"\\\\d\"")).isFalse();
    }
}
