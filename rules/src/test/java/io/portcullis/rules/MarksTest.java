package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.decision.Decision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules that build on each other: forward chaining over the marks of one activity. */
class MarksTest {

    private static final String FAILED = "'type':'login','outcome':'failed','account':'a-%d','ip':'192.0.2.1'";

    @TempDir
    Path folder;

    private RuleFolder rules() throws InvalidRules {
        return new RuleFolder(folder)
                // Files are read in the order of their names: readers before those that mark.
                .file("a-readers.drl", """
                        rule "Many names" @signal("many-names") @threat("OAT-008") @score(40) @entity("ip")
                        when Login( failed ) Mark( "many names" ) not Mark( "trusted" ) then risk.raise(); end

                        rule "Very many names" @signal("very-many") @threat("OAT-008") @score(40) @entity("ip")
                        when Login( failed ) Mark( "very many names" ) then risk.raise(); end

                        rule "Counts" when Login( failed ) Mark( "many names" ) then tally.count("wave"); end
                        """)
                .file("b-marks.drl", """
                        rule "M2" when Login( account.present ) Mark( "many names" )
                            Login( ip.distinct("account", "login.failed", "1h") >= 4 )
                        then risk.mark("very many names"); end

                        rule "M1" when Login( ip.distinct("account", "login.failed", "10m") >= 3 )
                        then risk.mark("many names"); end

                        rule "T" when Login( account.id == "a-5" ) then risk.mark("trusted"); end
                        """);
    }

    @Test
    void givenMarks_thenRulesThatReadThemFire_whateverTheOrderOfFiles() throws InvalidRules {
        try (Story story = rules().story()) {
            assertThat(Story.rules(at(story, 1))).isEmpty();
            assertThat(Story.rules(at(story, 2))).isEmpty();
            assertThat(Story.rules(at(story, 3))).containsExactly("Many names");
            assertThat(Story.rules(at(story, 4))).containsExactly("Many names", "Very many names");
        }
    }

    @Test
    void givenAMarkThatExcuses_thenTheRuleIsSilent_forThisActivityAlone() throws InvalidRules {
        try (Story story = rules().story()) {
            for (int i = 1; i <= 4; i++) {
                at(story, i);
            }
            assertThat(Story.rules(at(story, 5))).containsExactly("Very many names");
            assertThat(Story.rules(at(story, 6))).containsExactly("Many names", "Very many names");
        }
    }

    @Test
    void givenAMark_thenWhatItsRuleAskedIsEvidenceOfTheRulesThatReadIt() throws InvalidRules {
        try (Story story = rules().story()) {
            for (int i = 1; i <= 3; i++) {
                at(story, i);
            }
            Decision decision = at(story, 4);
            assertThat(decision.reasons()).allSatisfy(reason -> assertThat(reason.evidence())
                    .containsEntry("distinct account, login.failed, 10m", 4L));
            assertThat(decision.reasons())
                    .filteredOn(reason -> reason.rule().equals("Very many names"))
                    .singleElement()
                    .satisfies(reason ->
                            assertThat(reason.evidence()).containsEntry("distinct account, login.failed, 1h", 4L));
        }
    }

    @Test
    void givenAMarkThatBuildsOnAnother_thenWhatTheOthersRuleAskedIsEvidenceToo() throws InvalidRules {
        RuleFolder rules = new RuleFolder(folder).file("a.drl", """
                        rule "One" when Login( ip.distinct("account", "login.failed", "10m") >= 1 )
                        then risk.mark("one"); end
                        rule "Two" when Login( failed ) Mark( "one" ) then risk.mark("two"); end
                        rule "Reads" @signal("reads") @threat("OAT-008") @score(40) @entity("ip")
                        when Login( failed ) Mark( "two" ) then risk.raise(); end
                        """);
        try (Story story = rules.story()) {
            assertThat(Story.evidence(at(story, 1))).containsEntry("distinct account, login.failed, 10m", 1L);
        }
    }

    @Test
    void givenAMarkOfTwoRules_thenOnlyTheOneThatFiredForThisActivityIsEvidence() throws InvalidRules {
        RuleFolder rules = new RuleFolder(folder).file("a.drl", """
                        rule "First" when Login( account.id == "a-1", ip.count("login", "1h") >= 1 )
                        then risk.mark("odd"); end
                        rule "Second" when Login( account.id == "a-2", ip.distinct("account", "1h") >= 1 )
                        then risk.mark("odd"); end
                        rule "Reads" @signal("reads") @threat("OAT-008") @score(40) @entity("ip")
                        when Login( failed ) Mark( "odd" ) then risk.raise(); end
                        """);
        try (Story story = rules.story()) {
            assertThat(Story.evidence(at(story, 1)))
                    .containsEntry("count login, 1h", 1L)
                    .doesNotContainKey("distinct account, 1h");
            assertThat(Story.evidence(at(story, 2)))
                    .containsEntry("distinct account, 1h", 2L)
                    .doesNotContainKey("count login, 1h");
        }
    }

    private static final String FORM =
            "'type':'api-request','method':'POST','path':'/v1/login','status':%d,'ip':'192.0.2.1'";

    /** The mark of the log-in is no part of the request that stands for it; the other one is about any activity. */
    private RuleFolder rulesAboutAnEventAndItsRequest() {
        return new RuleFolder(folder).file("a.drl", """
                        rule "Refused" @signal("refused") @threat("OAT-008") @score(30) @entity("ip")
                        when ApiRequest( method == "POST" ) Mark( "failed" ) then risk.raise(); end

                        rule "Let in" @signal("let-in") @threat("OAT-008") @score(30) @entity("ip")
                        when ApiRequest() not Mark( "failed" ) then risk.raise(); end

                        rule "Begins" @signal("begins") @threat("OAT-008") @score(30) @entity("ip")
                        when ( ApiRequest( status == 401 ) or Login( succeeded ) ) Mark( "quiet" ) then risk.raise(); end

                        rule "Refused twice" @signal("twice") @threat("OAT-008") @score(30) @entity("ip")
                        when ApiRequest( ip.count("refused-form", "1h") >= 2 ) then risk.raise(); end

                        rule "Counts" when ApiRequest() Mark( "failed" ) then tally.count("refused-form"); end
                        rule "F" when Login( failed ) then risk.mark("failed"); end
                        rule "Q" when Activity( ip.count("request", "1h") <= 2 ) not Mark( "busy" ) then risk.mark("quiet"); end
                        rule "B" when Activity( ip.count("request", "1h") == 2 ) then risk.mark("busy"); end
                        """);
    }

    @Test
    void givenAMarkOfTheEventThatARequestStandsFor_thenRulesAboutTheRequestReadIt() throws InvalidRules {
        try (Story story = rulesAboutAnEventAndItsRequest().story()) {
            assertThat(Story.rules(story.at("10:00:00", FORM.formatted(401)))).containsExactly("Begins", "Refused");
            assertThat(Story.rules(story.at("10:00:01", FORM.formatted(401))))
                    .containsExactly("Refused", "Refused twice");
            assertThat(Story.rules(story.at("10:00:02", FORM.formatted(302))))
                    .containsExactly("Let in", "Refused twice");
        }
    }

    @Test
    void givenAMarkOfAnyActivity_thenRulesAboutTheEventReadItToo() throws InvalidRules {
        try (Story story = rulesAboutAnEventAndItsRequest().story()) {
            assertThat(Story.rules(story.at("10:00:00", FORM.formatted(302)))).containsExactly("Begins", "Let in");
        }
    }

    @Test
    void givenAMark_thenWhatItsRuleSawIsEvidence_alsoWhereItIsWrittenIntoItsReaders() throws InvalidRules {
        try (Story story = rulesAboutAnEventAndItsRequest().story()) {
            Decision decision = story.at("10:00:00", FORM.formatted(401));
            assertThat(decision.reasons())
                    .filteredOn(reason -> reason.rule().equals("Begins"))
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.evidence()).containsEntry("count request, 1h", 1L));
        }
    }

    @Test
    void givenAMarkOfEveryActivity_thenItHoldsForEach() throws InvalidRules {
        RuleFolder rules = new RuleFolder(folder).file("a.drl", """
                        rule "Any" when Activity() then risk.mark("any"); end
                        rule "Reads" @signal("reads") @threat("OAT-008") @score(30) @entity("ip")
                        when Login( failed ) Mark( "any" ) then risk.raise(); end
                        rule "Never" @signal("never") @threat("OAT-008") @score(30) @entity("ip")
                        when Login( failed ) not Mark( "any" ) then risk.raise(); end
                        """);
        try (Story story = rules.story()) {
            assertThat(Story.rules(at(story, 1))).containsExactly("Reads");
        }
    }

    @Test
    void givenAMarkOfTheRequestAlone_thenItIsNotReadOfTheEventThatItStandsFor() throws InvalidRules {
        RuleFolder rules = new RuleFolder(folder).file("a.drl", """
                        rule "L" when Activity( type == "login" ) then risk.mark("is a login"); end
                        rule "O" when Activity( type == "payment" ) then risk.mark("other"); end
                        rule "R" when Activity( type == "api-request" ) then risk.mark("is a request"); end
                        rule "Either" @signal("either") @threat("OAT-008") @score(30) @entity("ip")
                        when Activity() ( Mark( "is a login" ) or Mark( "other" ) ) then risk.raise(); end
                        rule "Neither" @signal("neither") @threat("OAT-008") @score(30) @entity("ip")
                        when Activity() ( not Mark( "is a request" ) or Mark( "other" ) ) then risk.raise(); end
                        rule "Exists" @signal("exists") @threat("OAT-008") @score(30) @entity("ip")
                        when Activity() exists ( not Mark( "is a request" ) and not Mark( "other" ) ) then risk.raise(); end
                        """);
        try (Story story = rules.story()) {
            assertThat(Story.rules(story.at(
                            "10:00:00",
                            "'type':'api-request','ip':'198.51.100.7','method':'POST','path':'/login','status':401")))
                    .isEmpty();
        }
    }

    @Test
    void givenMarksThatBuildOnEachOtherTooDeeply_thenTheyAreRefused() {
        StringBuilder marks = new StringBuilder("rule \"M0\" when Login( failed ) then risk.mark(\"m0\"); end\n");
        for (int i = 1; i <= 1_500; i++) {
            marks.append("rule \"M%1$d\" when Login( failed ) Mark( \"m%2$d\" ) then risk.mark(\"m%1$d\"); end\n"
                    .formatted(i, i - 1));
        }
        RuleFolder rules = new RuleFolder(folder).file("a.drl", marks.toString());
        assertThatThrownBy(rules::story)
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("the mark \"m17\" builds on marks that build on marks, more than 16 deep");
    }

    @Test
    void givenMarksThatBuildOnThemselves_thenThoseAreRefused_andNotTheirReaders() {
        RuleFolder rules = new RuleFolder(folder).file("a.drl", """
                        rule "A" when Login( failed ) Mark( "b" ) then risk.mark("a"); end
                        rule "B" when Login( failed ) Mark( "c" ) then risk.mark("b"); end
                        rule "C" when Login( failed ) Mark( "b" ) then risk.mark("c"); end
                        """);
        assertThatThrownBy(rules::story)
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("\"b\" builds on itself")
                .hasMessageContaining("\"c\" builds on itself")
                .hasMessageNotContaining("\"a\" builds on itself");
    }

    @Test
    @Timeout(60)
    void givenMarksThatBuildOnEachOtherTwice_thenTheyStayShort_andMeanTheSame() throws InvalidRules {
        StringBuilder marks =
                new StringBuilder("rule \"M0\" when Login( failed || succeeded ) then risk.mark(\"m0\"); end\n");
        for (int i = 1; i <= 15; i++) {
            marks.append("""
                    rule "M%1$da" when Login( ip.count("login", "1h") <= %1$d ) Mark( "m%2$d" ) then risk.mark("m%1$d"); end
                    rule "M%1$db" when Login( ip.age() >= 0 ) Mark( "m%2$d" ) then risk.mark("m%1$d"); end
                    """.formatted(i, i - 1));
        }
        marks.append("""
                rule "Reads" @signal("reads") @threat("OAT-008") @score(30) @entity("ip")
                when Login( failed ) Mark( "m15" ) then risk.raise(); end
                """);
        try (Story story =
                new RuleFolder(folder).file("a.drl", marks.toString()).story()) {
            assertThat(Story.rules(at(story, 1))).containsExactly("Reads");
        }
    }

    private static Decision at(Story story, int account) throws InvalidRules {
        return story.at("10:00:%02d".formatted(account), FAILED.formatted(account));
    }
}
