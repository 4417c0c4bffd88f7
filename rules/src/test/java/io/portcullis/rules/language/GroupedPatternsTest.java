package io.portcullis.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of several patterns, and the marks that rules give each other. */
class GroupedPatternsTest {

    private static final String MARKING = "rule \"Marks\" when Login( failed ) then risk.mark(\"failing\"); end\n";

    private static Read with(String when) {
        return Read.texts(
                MARKING + Read.rule(when).replace("@score(60)", "@score(60) @description(\"Reads a mark.\")"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Patterns are joined as in DRL, and written again from what was understood")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Login() Mark( \"failing\" ) => ( Login(  ) and Mark( name == \"failing\" ) )",
                "Login() and Mark( 'failing' ) => ( Login(  ) and Mark( name == \"failing\" ) )",
                "Login() not Mark( \"failing\" ) => ( Login(  ) and not ( Mark( name == \"failing\" ) ) )",
                "exists Login( failed ) => exists ( Login( failed ) )",
                "Login( failed ) or Payment( declined ) => ( Login( failed ) or Payment( declined ) )",
                "Login( failed ) and ( Mark( \"failing\" ) or not ( Mark( \"failing\" ) ) )"
                        + " => ( Login( failed ) and ( Mark( name == \"failing\" ) or not ( Mark( name == \"failing\" ) ) ) )",
            })
    void grouped(String when, String drl) {
        Read read = with(when);
        assertThat(read.errors()).isEmpty();
        assertThat(read.rules().get(1).condition().drl()).isEqualTo(drl);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A rule is about an activity")
    @ValueSource(
            strings = {
                "Mark( \"failing\" )",
                "not Login( failed )",
                "not Mark( \"failing\" )",
                "Login( failed ) or Mark( \"failing\" )",
                "exists Mark( \"failing\" )"
            })
    void withoutAnActivity(String when) {
        assertThat(with(when).errors())
                .singleElement()
                .asString()
                .contains("a rule is about an activity: beside its marks and what is not, it needs a pattern");
    }

    @Test
    void givenAMarkThatNoRuleSets_thenTheNearestIsNamed() {
        assertThat(with("Login() Mark( \"faling\" )").errors())
                .singleElement()
                .asString()
                .contains(":5:19: error: no rule sets the mark \"faling\"")
                .contains("failing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mark()", "Mark( name )", "Mark( \"failing\", \"failing\" )", "Mark( failing == true )"})
    void givenAMarkThatIsNotNamedByOneText_thenItIsRefused(String mark) {
        assertThat(with("Login() " + mark).errors()).hasSize(1);
    }

    @Test
    void givenMarksThatBuildOnEachOther_thenThatIsRefused() {
        Read read = Read.texts("""
                rule "A" when Login() not Mark( "b" ) then risk.mark("a"); end
                rule "B" when Login() Mark( "a" ) then risk.mark("b"); end
                """);
        assertThat(read.errors()).hasSize(2).allMatch(error -> error.contains("builds on itself"));
    }

    @Test
    void givenATallyRuleThatReadsAMarkWhoseRuleAsksForATally_thenThatIsRefused() {
        Read read = Read.texts("""
                rule "A" when Login() then tally.count("a"); end
                rule "B" when Login( ip.count("a", "1h") > 1 ) then risk.mark("b"); end
                rule "C" when Login() Mark( "b" ) then tally.count("c"); end
                """);
        assertThat(read.errors())
                .singleElement()
                .asString()
                .contains("3:1: error: a rule that counts a tally may not read the mark \"b\", which asks for \"a\"");
    }

    @Test
    void givenASalience_thenItIsKept() {
        Read read = Read.texts("rule \"A\" salience -7 when Login() then risk.mark(\"a\"); end");
        assertThat(read.errors()).isEmpty();
        assertThat(read.rules().get(0).salience()).isEqualTo(-7);
    }

    @Test
    void givenMoreThanOneCanReadAloud_thenTheRuleMayRun_butIsWarnedOf() {
        Read read = Read.texts("""
                rule "Long" @description("%s")
                    @signal("s") @threat("OAT-008") @score(10) @entity("ip")
                when Login( failed, ip.age() > 1, ip.age() > 2, ip.age() > 3 || ip.age() > 4, ip.age() > 5,
                            ip.present && account.present, user.present )
                then risk.raise(); end
                """.formatted("word ".repeat(31)));
        assertThat(read.errors()).isEmpty();
        assertThat(read.rules()).hasSize(1);
        assertThat(read.warnings())
                .satisfiesExactly(
                        conditions -> assertThat(conditions).contains(":1:1: warning: \"Long\" has 9 conditions"),
                        numbers -> assertThat(numbers).contains("has 5 numbers"),
                        words -> assertThat(words).contains("has a description of 31 words"));
    }
}
