package io.portcullis.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Drools is to find by a hash stands first, and alone. */
class IndexedTest {

    private static Condition read(String when) {
        String rule = "rule \"A\" @signal(\"a\") @threat(\"OAT-001\") @score(10) @entity(\"ip\") when " + when
                + " then risk.raise(); end";
        Diagnostics diagnostics = new Diagnostics();
        Condition condition = new RuleReader(diagnostics)
                .read(List.of(new Source("a.drl", rule)))
                .get(0)
                .condition();
        assertThat(diagnostics.isEmpty()).isTrue();
        return condition;
    }

    @Test
    void givenMoreCombinationsThanDroolsCanTake_thenNoneIsWritten() {
        String pattern = "ApiRequest( endpoint.purpose in (\"cart\", \"order\", \"search\") )";
        assertThat(Indexed.of(read(String.join(" ", Collections.nCopies(3, pattern))))
                        .drl())
                .contains(" or ");
        assertThat(Indexed.of(read(String.join(" ", Collections.nCopies(12, pattern))))
                        .drl())
                .doesNotContain(" or ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "ApiRequest( status == 200, endpoint.purpose == \"login\" ) => ApiRequest( endpointPurpose == \"login\", status == 200 )",
                "ApiRequest( ip.age() > 5, endpoint.sensitivity == \"high\" ) => ApiRequest( endpointSensitivity == \"high\", ip.age() > 5 )",
                "ApiRequest( endpoint.purpose != \"login\" ) => ApiRequest( endpoint.purpose != \"login\" )",
                "Activity( endpoint.purpose == \"login\" ) => Activity( endpoint.purpose == \"login\" )",
                "ApiRequest( endpoint.purpose in (\"cart\", \"order\"), status == 200 ) =>"
                        + " ( ApiRequest( endpointPurpose == \"cart\", status == 200 ) or ApiRequest( endpointPurpose == \"order\", status == 200 ) )",
            })
    void aPurposeIsAPropertyOfTheRequest_andOneOfSeveralAnAlternative(String rule, String compiled) {
        assertThat(CheapestFirst.of(List.of(Indexed.of(read(rule)))).get(0).drl())
                .isEqualTo(compiled);
    }
}
