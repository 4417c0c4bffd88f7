package io.portcullis.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not stand in a file of rules outside of a pattern, and what the analyst is told. */
class RefusedRulesTest {

    private static void assertRefused(String text, String start) {
        Read read = Read.texts(text);
        assertThat(read.rules()).isEmpty();
        assertThat(read.errors()).first().asString().startsWith(Read.FILE + ":" + start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A file holds rules, and nothing else that DRL knows")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "import java.util.List;|1:1: error: a rule needs no import",
                "import static java.lang.System.exit;|1:1: error: a rule may not import functions",
                "import function java.lang.System.exit;|1:1: error: a rule may not import functions",
                "import accumulate java.lang.String x;|1:1: error: a rule may not import accumulate functions",
                "global java.util.List list;|1:1: error: a rule needs no global",
                "function int one() { return 1; }|1:1: error: functions may not be defined",
                "declare Thing name : String end|1:9: error: types may not be declared",
                "declare trait Thing end|1:15: error: types may not be declared",
                "declare enum Thing A; end|1:14: error: types may not be declared",
                "declare entry-point \"x\" end|1:9: error: entry points may not be declared",
                "declare window W Login() over window:time( 1h ) end|1:9: error: windows may not be declared",
                "query \"q\" Login() end|1:1: error: only plain rules: no queries",
                "dialect \"mvel\"|1:9: error: attributes may not be set",
                "unit Thing;|1:1: error: mismatched input 'unit'",
                "expander thing.dsl;|1:1: error: mismatched input 'expander'",
                "hello world|1:1: error: mismatched input 'hello'",
            })
    void otherThanRules(String text, String start) {
        assertRefused(text, start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A rule sets no attributes and extends no other")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "salience 5000|salience is a number from -999 to 999",
                "salience ( ip.age() )|salience is a number from -999 to 999",
                "no-loop|only salience may be set, not [no-loop]",
                "dialect \"mvel\"|only salience may be set, not [dialect]",
                "enabled ( false )|only salience may be set, not [enabled]",
                "agenda-group \"a\"|only salience may be set, not [agenda-group]",
                "date-effective \"01-Jan-2020\"|only salience may be set, not [date-effective]",
                "timer ( int: 1s )|only salience may be set, not [timer]",
                "duration 5|only salience may be set, not [duration]",
                "extends \"Other\"|only plain rules: no queries, no \"extends\"",
            })
    void attributes(String attribute, String message) {
        String annotations = attribute.startsWith("extends") ? " %s %s" : " %2$s %1$s";
        assertRefused(
                ("rule \"A\"" + annotations + " when Login() then risk.raise(); end")
                        .formatted(attribute, "@signal(\"a\") @threat(\"OAT-001\") @score(10) @entity(\"ip\")"),
                "1:1: error: " + message);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A consequence is one call of the vocabulary")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "// nothing => 5:1: error: behind \"then\" stands one call: risk.raise();",
                "System.exit(0); => 6:5: error: there is no \"System.exit\"; behind \"then\" stands one call: risk.raise();",
                "risk.raise(); System.exit(0); => 6:19: error: one call ends a rule",
                "risk.raise(); risk.raise(); => 6:19: error: one call ends a rule",
                "risk.raise(1); => 6:16: error: this call is written risk.raise();",
                "risk.raise() => 6:17: error: here ; is missing, before end",
                "risk.raise(; => 6:16: error: here ) is missing, before ;",
                "risk.raise; => 6:15: error: here ( is missing, before ;",
                "risk.rise(); => 6:5: error: there is no \"risk.rise\"; did you mean \"risk.raise\"?",
                "risk.count(\"x\"); => 6:5: error: there is no \"risk.count\"; did you mean \"tally.count\"?",
                "raise(); => 6:5: error: there is no \"raise\"; did you mean \"risk.raise\"?",
                "risk.block(); => 6:5: error: there is no \"risk.block\"; a score of 85 and more blocks",
                "block(); => 6:5: error: there is no \"block\"; a score of 85 and more blocks",
                "risk.getClass(); => 6:5: error: there is no \"risk.getClass\"",
                "{ risk.raise(); } => 6:5: error: \"{\" may not stand in a rule",
                "if (true) risk.raise(); => 6:5: error: there is no \"if\"",
                "Runnable r = () -> risk.raise(); r.run(); => 5:1: error: behind \"then\"",
                "new java.io.File(\"x\").delete(); => 5:1: error: behind \"then\"",
                "insert(new Object()); => 6:5: error: there is no \"insert\"",
                "modify( $x ) { }; => 6:5: error: there is no \"modify\"",
                "drools.halt(); => 6:5: error: there is no \"drools.halt\"",
                "\\u0072isk.raise(); => 6:5: error: \"\\\" may not stand in a rule",
                "risk.throttle(0); => 6:19: error: a throttle is of 1 to 86400 seconds: risk.throttle(60);",
                "risk.throttle(86401); => 6:19: error: a throttle is of 1 to 86400 seconds",
                "risk.throttle(-1); => 6:19: error: a throttle is of 1 to 86400 seconds",
                "risk.throttle(1 + 1); => 6:20: error: here ) is missing, before +",
                "risk.mark(mine); => 6:15: error: this call is written risk.mark(\"name\");",
                "risk.mark(); => 6:15: error: this call is written risk.mark(\"name\");",
                "tally.count(\"a\" + \"b\"); => 6:20: error: here ) is missing, before +",
                "tally.count(\"a\\u0022); System.exit(0); tally.count(\\u0022b\"); => 6:19: error: a text has no quotes",
            })
    void consequences(String consequence, String start) {
        assertRefused(Read.rule("Login( failed )").replace("risk.raise();", consequence), start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A missing bracket is missed where it should stand")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Login( failed => 4:18: error: here ) is missing, before then",
                "Login( failed, ip.count(\"login\", \"1h\") > 3 => 4:47: error: here ) is missing, before then",
                "Login( failed, ip.count(\"login\", \"1h\" > 3 ) => 4:42: error: here ) is missing, before >",
                "Login( (failed || succeeded, known ) => 4:32: error: here should stand ) instead of ,",
                "Login( failed not Mark( \"x\" ) => 4:19: error: here ) is missing, before not",
                "Login( failed and Payment() => 4:18: error: here ) is missing, before and",
                "(Login( failed ) or Payment() => 4:34: error: here ) is missing, before then",
                "Login( failed )) => 4:20: error: this ) closes nothing",
                "Login failed ) => 4:10: error: here ( is missing, before failed",
                "Login( failed known ) => 4:19: error: here should stand , or ) before known",
                "Login( failed ) Mark \"x\" ) => 4:25: error: here ( is missing, before \"x\"",
            })
    void brackets(String pattern, String start) {
        assertRefused(Read.rule(pattern), start);
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @DisplayName("A missing word is missed where it should stand, and an annotation out of place is told so")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "rule \"Tested\"|@score(60) rule \"Tested\"|1:1: error: an annotation stands between the rule's name",
                "when|when @score(60)|3:6: error: an annotation stands between the rule's name and its \"when\"",
                "@score|score|2:42: error: an annotation begins with @: @score",
                "when|// when|4:5: error: \"when\" is missing before this",
                "then|// then|6:5: error: \"then\" is missing before this",
            })
    void words(String instead, String written, String start) {
        assertRefused(Read.rule("Login( failed )").replace(instead, written), start);
    }

    @Test
    void givenARuleThatEndsWithItsPatterns_thenItsThenIsMissing() {
        assertRefused(
                Read.rule("Login( failed )").replace("then\n    risk.raise();\n", ""),
                "5:1: error: \"then\" is missing before this \"end\"");
    }

    @Test
    void givenAWrongConditionAndAWrongAnnotation_thenBothAreTold() {
        String rule = Read.rule("Login( filed )").replace("@entity(\"ip\")", "@entity(\"ipp\")");
        assertThat(Read.texts(rule).errors())
                .hasSize(2)
                .anyMatch(error -> error.contains(":2:53: error: @entity is one of"))
                .anyMatch(error -> error.contains(":4:12: error: Login has no \"filed\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@entity \"ip\"", "@entity(\"ip\""})
    void givenAnAnnotationThatIsNotWrittenAsOne_thenTheErrorStandsThere(String entity) {
        assertRefused(
                "// A comment (with \"quotes\n" + Read.rule("Login( failed )").replace("@entity(\"ip\")", entity),
                "3:53: error: @entity is written @entity(\"…\")");
    }

    @Test
    void givenThenInComments_thenTheErrorStandsAtTheRealOne() {
        assertRefused("""
                rule "Sign-up, then payment" // and then
                    @signal("a") @threat("OAT-001") @score(10) @entity("ip") /* then */
                when
                    Login( reason != "then" ) // then
                  then
                    exit();
                end
                """, "6:5: error: there is no \"exit\"");
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @DisplayName("A rule that raises a signal says which, and its annotations are checked")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "|@signal(\"tested\")|1:1: error: @signal is needed: lower-case-words",
                "@signal(\"Tested It\")|@signal(\"tested\")|2:5: error: @signal is lower-case-words, not \"Tested It\"",
                "@signal|@signal(\"tested\")|2:5: error: @signal is needed: lower-case-words",
                "@signal(a = \"b\", c = \"d\")|@signal(\"tested\")|2:5: error: @signal is needed: lower-case-words",
                "|@threat(\"OAT-008\")|1:1: error: @threat is needed: OAT-001 to OAT-021 or API1 to API10",
                "@threat(\"OAT-022\")|@threat(\"OAT-008\")|2:23: error: @threat is OAT-001 to OAT-021 or API1 to API10, not \"OAT-022\"",
                "@threat(\"API11\")|@threat(\"OAT-008\")|2:23: error: @threat is OAT-001 to OAT-021 or API1 to API10, not \"API11\"",
                "|@score(60)|1:1: error: @score is needed: 1 to 100",
                "@score(0)|@score(60)|2:42: error: @score is 1 to 100, not \"0\"",
                "@score(101)|@score(60)|2:42: error: @score is 1 to 100, not \"101\"",
                "@score(30 + 30)|@score(60)|2:42: error: @score is 1 to 100, not \"30 + 30\"",
                "@score(60) @score(20)|@score(60)|2:53: error: @score is there already: a rule has each once",
                "|@entity(\"ip\")|1:1: error: @entity is needed: one of [user, account,",
                "@entity(\"adress\")|@entity(\"ip\")|2:53: error: @entity is one of [user, account,",
                "@entity(\"acount\")|@entity(\"ip\")|2:53: error: @entity is one of [user, account,",
                "@entity(\"ip\") @prio(1)|@entity(\"ip\")|2:67: error: there is no @prio",
                "@entity(\"ip\") @scor(1)|@entity(\"ip\")|2:67: error: there is no @scor; did you mean \"score\"?",
                "@entity(\"ip\") @org.kie.api.definition.rule.All|@entity(\"ip\")|2:67: error: there is no @org.kie",
            })
    void annotations(String written, String insteadOf, String start) {
        String replacement = written == null ? "" : written;
        assertRefused(Read.rule("Login( failed )").replace(insteadOf, replacement), start);
    }

    @Test
    void givenAMissingAnnotation_thenTheErrorStandsAtTheRule_whateverTheNextOneHas() {
        String scored = Read.rule("Login( failed )");
        String unscored = scored.replace("Tested", "Other").replace("@score(60)", "");
        assertThat(Read.texts(unscored + scored).errors())
                .containsExactly(Read.FILE + ":1:1: error: @score is needed: 1 to 100");
    }

    @Test
    void givenATextWithoutItsClosingQuote_thenTheErrorStandsWhereItOpens() {
        String rule = "// \"no text\n" + Read.rule("Login( reason == \"bad-password )");
        assertThat(Read.texts(rule + Read.rule("Login( failed )")).errors())
                .containsExactly(Read.FILE + ":5:22: error: this text does not end in its line");
    }

    @Test
    void givenADescriptionOverTwoLines_orAQuoteWithinAText_thenItIsNotTakenForTheError() {
        String described = Read.rule("Login( failed )").replace("@score", "@description(\"one\ntwo\") @score");
        assertThat(Read.texts(described).errors()).isEmpty();
        assertThat(Read.texts(described + Read.rule("Login( failed, )")).errors())
                .first()
                .asString()
                .contains(":12:20: error: ");
        assertThat(Read.texts(Read.rule("Login( failed, )").replace("\"Tested\"", "'One \" more'"))
                        .errors())
                .first()
                .asString()
                .contains(":4:20: error: ");
    }

    @Test
    void givenACommentWithoutItsEnd_thenTheErrorStandsWhereItOpens() {
        assertThat(Read.texts("/* a 5\" disk\n" + Read.rule("Login( failed )")).errors())
                .containsExactly(Read.FILE + ":1:1: error: this comment does not end");
    }

    @Test
    void givenADescriptionThatNamesAnAnnotation_thenTheErrorStandsAtTheAnnotation() {
        String rule = Read.rule("Login( failed )").replace("@signal", "@description(\"why @score\") @signal");
        assertThat(Read.texts(rule.replace("@score(60)", "@score(0)")).errors())
                .containsExactly(Read.FILE + ":2:69: error: @score is 1 to 100, not \"0\"");
    }

    @Test
    void givenARuleWithoutItsEnd_thenTheErrorSaysSo() {
        assertThat(Read.texts(Read.rule("Login( failed )").replace("end\n", "")).errors())
                .containsExactly(
                        Read.FILE + ":7:1: error: the file ends within a rule: \"end\" or a bracket is missing");
    }

    @Test
    void givenARuleWithoutItsEndBeforeAnother_thenTheErrorStandsAtThatRule() {
        String rule = Read.rule("Login( failed )");
        assertThat(Read.texts(rule.replace("end\n", "") + "\n" + rule.replace("Tested", "Next: the end"))
                        .errors())
                .containsExactly(Read.FILE + ":1:1: error: the \"end\" of this rule is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "“ => \"“\" comes from a word processor: write \"",
                "’ => \"’\" comes from a word processor: write '",
                "– => \"–\" comes from a word processor: write -",
                "≥ => \"≥\" comes from a word processor: write >=",
                "\u00A0 => this blank is none that rules know, U+00A0: type an ordinary one",
                "\u200B => here is a character that cannot be seen, U+200B: delete it",
            })
    void givenACharacterOfAWordProcessor_thenTheErrorSaysWhatToWrite(String character, String message) {
        String rule = Read.rule("Login( failed )").replace("then", "then // 5 – 7 “fine”\n" + character);
        assertThat(Read.texts(rule).errors()).singleElement().asString().endsWith(":1: error: " + message);
    }

    @Test
    void givenSuchCharactersInATextOrAComment_thenTheyMayStay() {
        String rule = Read.rule("Login( userAgent == \"a – “b”\" )").replace("then", "// – “”\nthen");
        assertThat(Read.texts(rule).errors()).isEmpty();
    }

    @Test
    void givenMoreComparisonsThanAFolderMayMake_thenTheRuleThatIsTooMuchIsTheError() {
        String literals =
                IntStream.range(0, 100).mapToObj(i -> "\"a" + i + "\"").collect(Collectors.joining(", "));
        String rules = IntStream.range(0, 100)
                .mapToObj(i ->
                        Read.rule("Login( userAgent in (" + literals + ") )").replace("Tested", "Rule " + i))
                .collect(Collectors.joining());

        assertThat(Read.texts(rules).errors())
                .singleElement()
                .asString()
                .startsWith(Read.FILE + ":561:1: error: with this rule the folder compares more than 8000 things");
    }

    @Test
    void givenTwoRulesOfOneName_thenTheSecondIsRefused() {
        String rule = Read.rule("Login( failed )");
        assertThat(Read.texts(rule + rule).errors())
                .containsExactly(Read.FILE + ":8:1: error: there is a rule of this name already, in " + Read.FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"two\nlines\"", "\"tab\tbed\""})
    void givenANameThatDoesNotFitALine_thenItIsRefused(String name) {
        assertThat(Read.texts(Read.rule("Login( failed )").replace("\"Tested\"", name))
                        .errors())
                .first()
                .asString()
                .contains(":1:1: error: a rule's name has 1 to 120 characters, in one line");
    }

    @Test
    void givenASignalRuleThatChooses_orAPolicyRuleThatRaises_thenTheyAreRefused() {
        assertRefused(
                "rule \"A\" when Login( failed ) then risk.throttle(5); end",
                "1:1: error: only a policy rule, over an Assessment, may choose what to do");
        assertThat(Read.pattern("Assessment( medium )").errors())
                .first()
                .asString()
                .contains("1:1: error: a policy rule, over an Assessment, chooses");
        assertRefused(
                "rule \"A\" when Assessment( medium ) then tally.count(\"x\"); end",
                "1:1: error: a policy rule, over an Assessment, chooses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login.mine", "request", "payment.large", "Large", "a..b", "a b", "", "-a"})
    void givenATallyThatLooksLikeOurs_orIsNoName_thenItIsRefused(String tally) {
        assertThat(Read.texts("rule \"A\" when Login() then tally.count(\"" + tally + "\"); end")
                        .errors())
                .singleElement()
                .asString()
                .contains("\"" + tally + "\" is no name for a tally of your own");
    }

    @Test
    void givenATallyRuleThatAsksForATallyOfARule_thenItIsRefused_soThatOrderNeverMatters() {
        assertThat(Read.texts("rule \"A\" when Login( ip.count(\"b\", \"1h\") > 1 ) then tally.count(\"a\"); end\n"
                                + "rule \"B\" when Login() then tally.count(\"b\"); end")
                        .errors())
                .containsExactly(Read.FILE + ":1:32: error: a rule that counts a tally may not ask for \"b\","
                        + " which a rule counts too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"A\" when Login( then",
                "rule \"A\" when Login() then risk.raise();",
                "rule \"A\n when Login() then risk.raise(); end",
                "rule when Login() then risk.raise(); end",
                "rule \"A\" when Login( reason == \"\\q\" ) then risk.raise(); end",
                "/* rule",
                "\u0000",
            })
    void givenWhatIsNoRule_thenItIsAnError_neverAnException(String text) {
        Read read = Read.texts(text);
        assertThat(read.rules()).isEmpty();
        assertThat(read.errors()).isNotEmpty().allSatisfy(error -> assertThat(error)
                .matches("(?s)" + Read.FILE + ":\\d+:\\d+: error: .+")
                .doesNotContain("Exception"));
    }

    @Test
    void givenAFileOfMoreThanAMebibyte_thenItIsRefused() {
        assertRefused("//" + "x".repeat(1 << 20), "1:1: error: a file of rules has at most 1 MiB");
    }

    @Test
    void givenNestingThatNoParserSurvives_thenItIsRefused() {
        int deep = 100_000;
        assertRefused(
                Read.rule("Login( " + "(".repeat(deep) + "failed" + ")".repeat(deep) + " )"),
                "1:1: error: this is nested too deeply to be read");
        assertRefused(
                Read.rule("(".repeat(deep) + "Login( failed )" + ")".repeat(deep)),
                "1:1: error: this is nested too deeply to be read");
    }

    @Test
    void givenOneBadRule_thenTheOthersAreStillRead_soThatAllErrorsAreTold() {
        Read read = Read.texts(
                Read.rule("Login( faild )"), Read.rule("Login( failed )").replace("Tested", "Other"));
        assertThat(read.errors()).hasSize(1);
        assertThat(read.rules()).extracting(ParsedRule::name).containsExactly("Other");
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("What a policy chooses belongs to the band of its scores")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "high|risk.monitor();|high leaves challenge and review",
                "high|risk.throttle(5);|high leaves challenge and review",
                "medium|risk.review();|medium leaves monitor and throttle",
                "score >= 60|risk.monitor();|high leaves challenge and review",
                "score < 60, !high|risk.challenge();|medium leaves monitor and throttle",
                "score > 90|risk.review();|policies choose for scores from 25 to 84 alone",
                "medium, high|risk.allow();|policies choose for scores from 25 to 84 alone",
            })
    void policies(String constraints, String call, String message) {
        Read read = Read.texts("rule \"A\" when Assessment( " + constraints + " ) then " + call + " end");
        assertThat(read.errors())
                .singleElement()
                .asString()
                .startsWith(Read.FILE + ":1:1: error: risk.")
                .contains(message);
    }
}
