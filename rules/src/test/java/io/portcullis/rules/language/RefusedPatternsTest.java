package io.portcullis.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not stand in a pattern, and what the analyst is told. The pattern begins in line 4, column 5. */
class RefusedPatternsTest {

    private static void assertRefused(String pattern, String start) {
        Read read = Read.pattern(pattern);
        assertThat(read.rules()).isEmpty();
        assertThat(read.errors()).first().asString().startsWith(Read.FILE + ":" + start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A name that does not exist is refused with the nearest that does")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Logon( failed ) => 4:5: error: there is no \"Logon\"; did you mean \"Login\"?",
                "Entity( present ) => 4:5: error: there is no \"Entity\"",
                "io.portcullis.rules.vocabulary.Login( failed ) => 4:5: error: there is no \"io\"",
                "ApiRequest( endpoint.purpose == \"exprt\" )"
                        + " => 4:37: error: endpoint.purpose is never \"exprt\"; did you mean \"export\"?",
                "ApiRequest( \"hihg\" != endpoint.sensitivity )"
                        + " => 4:17: error: endpoint.sensitivity is never \"hihg\"; did you mean \"high\"?",
                "ApiRequest( endpoint.purpose not in (\"export\", \"tokn\") )"
                        + " => 4:52: error: endpoint.purpose is never \"tokn\"; did you mean \"token\"?",
                "Payment( kind == \"payuot\" ) => 4:22: error: kind is never \"payuot\"; did you mean \"payout\"?",
                "Activity( type == \"payments\" ) => 4:23: error: type is never \"payments\"; did you mean \"payment\"?",
                "Login( network.kind in (\"tor\", \"vnp\") )"
                        + " => 4:36: error: network.kind is never \"vnp\"; did you mean \"vpn\"?",
                "Login( app.platform == \"iso\" ) => 4:28: error: app.platform is never \"iso\"; did you mean \"ios\"?",
                "ApiRequest( ip.count(\"request.purpose.exprt\", \"1m\") > 1 ) => 4:26: error: there is no tally",
                "Login( faild ) => 4:12: error: Login has no \"faild\"; did you mean \"failed\"?",
                "Login( client.automatd ) => 4:19: error: Client has no \"automatd\"; did you mean \"automated\"?",
                "Login( ip.cuont(\"login\", \"1h\") > 1 ) => 4:15: error: an entity has no \"cuont\"; did you mean \"count\"?",
                "Login( ip.count(\"login.faild\", \"1h\") > 1 )"
                        + " => 4:21: error: there is no tally \"login.faild\"; did you mean \"login.failed\"?",
                "Login( ip.distinct(\"acount\", \"1h\") > 1 )"
                        + " => 4:24: error: there is no kind \"acount\"; did you mean \"account\"?",
                "Login( ip.sum(\"amont\", \"login\", \"1h\") > 1 )"
                        + " => 4:19: error: there is no field \"amont\"; did you mean \"amount\"?",
                "Login( ip.count(\"login\", \"1 hour\") > 1 ) => 4:30: error: \"1 hour\" is no window: write seconds",
                "Login( ip.count(\"login\", \"0m\") > 1 ) => 4:30: error: \"0m\" is no window",
                "Login( ip.count(\"login\", \"367d\") > 1 ) => 4:30: error: \"367d\" is no window",
                "ApiRequest( ip.peers(\"request\", \"2h\") > 1 )"
                        + " => 4:37: error: peers are compared over \"10m\", \"1h\" or \"24h\", not over \"2h\"",
                "ApiRequest( ip.peers(\"request\", \"1hour\") > 1 ) => 4:37: error: \"1hour\" is no window",
                "ApiRequest( ip.peers(\"requst\", \"1h\") > 1 )"
                        + " => 4:26: error: there is no tally \"requst\"; did you mean \"request\"?",
                "ApiRequest( ip.peers(\"account\", \"request\", \"1h\") > 1 )"
                        + " => 4:20: error: this question is written peers(tally, window)",
                "ApiRequest( client.peers(\"request\", \"1h\") > 1 )"
                        + " => 4:24: error: only who uses endpoints has peers there, such as account",
                "ApiRequest( endpoint.peers(\"request\", \"1h\") > 1 )"
                        + " => 4:26: error: only who uses endpoints has peers there",
                "Login( attribut(\"x\") == \"\" )"
                        + " => 4:12: error: unknown call \"attribut\" of Login; did you mean \"attribute\"?",
                "Login( reason memberOf \"x\" ) => 4:19: error: unknown operator \"memberOf\"",
            })
    void misspelt(String pattern, String start) {
        assertRefused(pattern, start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A question is written in one form, with texts alone")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Login( ip.count(\"login\") > 1 ) => 4:15: error: a window is missing: count(\"login\", \"10m\")",
                "Login( ip.distinct(\"account\") > 1 )"
                        + " => 4:15: error: a window is missing: distinct(\"account\", \"10m\")",
                "Login( ip.count(\"1h\") > 1 ) => 4:15: error: this question is written count(tally, window)",
                "Login( ip.count(\"login\", 10m) > 1 ) => 4:30: error: a window stands in quotes, such as \"10m\"",
                "Login( ip.sum(\"amount\", \"1h\") > 1 ) => 4:15: error: this question is written sum(field, tally, window)",
                "Login( ip.since(\"login\", \"1h\") > 1 ) => 4:15: error: this question is written since(tally)",
                "Login( ip.age(\"1h\") > 1 ) => 4:15: error: this question is written age()",
                "Login( ip.count(\"\", \"1h\") > 1 ) => 4:21: error: an empty text names nothing",
                "Login( ip.count(reason, \"1h\") > 1 ) => 4:21: error: here should stand a text in quotes",
                "Login( ip.count(\"login\" + \"\", \"1h\") > 1 ) => 4:28: error: here ) is missing, before +",
                "Login( reason.count(\"login\", \"1h\") > 1 ) => 4:19: error: only entities can be asked, and \"reason\"",
                "Login( attribute(\"a\", \"b\") == \"\" ) => 4:12: error: \"attribute\" needs one text",
            })
    void misasked(String pattern, String start) {
        assertRefused(pattern, start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("What cannot be compared is refused, instead of never being true")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "ApiRequest( status == \"abc\" ) => 4:24: error: \"==\" cannot compare a number with a text",
                "ApiRequest( path == 5 ) => 4:22: error: \"==\" cannot compare a text with a number",
                "Login( reason > \"x\" ) => 4:19: error: \">\" cannot compare a text with a text",
                "Login( failed == 1 ) => 4:19: error: \"==\" cannot compare a yes or no with a number",
                "Login( ip == \"1.2.3.4\" ) => 4:15: error: \"==\" cannot compare an entity with a text: an entity's id",
                "Login( ip ) => 4:12: error: here should stand a yes or no instead of an entity",
                "Login( app ) => 4:12: error: here should stand a yes or no instead of several things in one",
                "Login( reason ) => 4:12: error: here should stand a yes or no instead of a text",
                "Login( ip.count(\"login\", \"1h\") ) => 4:12: error: here should stand a yes or no instead of a number",
                "Login( !reason ) => 4:13: error: here should stand a yes or no instead of a text",
                "Login( -failed > 1 ) => 4:13: error: here should stand a number instead of a yes or no",
                "Login( failed || reason ) => 4:22: error: here should stand a yes or no instead of a text",
                "Login( reason + \"x\" == \"x\" ) => 4:12: error: here should stand a number instead of a text",
                "Login( failed matches \"x\" ) => 4:19: error: \"matches\" cannot be asked of a yes or no",
                "Payment( amount contains \"x\" ) => 4:21: error: \"contains\" cannot be asked of a number",
                "Payment( amount in (\"1\") ) => 4:25: error: \"in\" needs literals, each of them a number",
                "Login( reason in (method) ) => 4:23: error: \"in\" needs literals, each of them a text",
                "Login( reason matches method ) => 4:27: error: \"matches\" needs a text on its right",
                "Login( reason == null ) => 4:22: error: nothing is ever null here",
            })
    void incomparable(String pattern, String start) {
        assertRefused(pattern, start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("What could fail while it runs is refused before")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Login( ip.count(\"login\", \"1h\") / ip.count(\"login.failed\", \"1h\") > 3 )"
                        + " => 4:38: error: divide by a number that is not zero: instead of a / b > 3, write a > 3 * b",
                "Login( ip.age() % 0 == 1 ) => 4:23: error: divide by a number that is not zero",
                "Login( ip.age() / 0.0 == 1 ) => 4:23: error: divide by a number that is not zero",
                "Login( reason matches \"(\" ) => 4:27: error: not a regular expression: error parsing regexp: missing closing )",
                "Login( reason matches \"(?=a)b\" ) => 4:27: error: not a regular expression: error parsing regexp: invalid",
                "Payment( amount > 12345678901234567 ) => 4:23: error: a number is written 20 or 0.5, with at most 15",
                "Payment( amount > 5B ) => 4:23: error: a number is written 20 or 0.5",
                "Payment( amount > 0x1F ) => 4:23: error: a number is written 20 or 0.5",
            })
    void failing(String pattern, String start) {
        assertRefused(pattern, start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A rule joins plain patterns, without variables or sources")
    @ValueSource(
            strings = {
                "forall( Login( failed ) )",
                "eval( true )",
                "$login : Login( failed )",
                "Login( failed ) from entry-point \"x\"",
                "Login( failed ) over window:time( 1h )",
                "Login( failed ) @watch( * )",
                "accumulate( Login( failed ); $n : count( 1 ); $n > 3 )",
                "?query( )",
            })
    void joined(String pattern) {
        Read read = Read.pattern(pattern);
        assertThat(read.rules()).isEmpty();
        assertThat(read.errors()).singleElement().asString().contains("a rule joins patterns such as");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("No Java is reached from a constraint")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Login( System.exit(0) ) => 4:24: error: here should stand a text in quotes",
                "Login( System.getenv(\"HOME\") == \"x\" ) => 4:12: error: Login has no \"System\"",
                "Login( java.lang.System.getenv(\"HOME\") == \"x\" ) => 4:12: error: Login has no \"java\"",
                "Login( getClass().getName() == \"x\" ) => 4:12: error: unknown call \"getClass\" of Login",
                "Login( class.name == \"x\" ) => 4:12: error: Login has no \"class\"",
                "Login( ip.class.name == \"x\" ) => 4:15: error: Entity has no \"class\"",
                "Login( this.failed ) => 4:12: error: Login has no \"this\"",
                "Login( isFailed() ) => 4:12: error: unknown call \"isFailed\" of Login",
                "Login( ip.getId() == \"x\" ) => 4:15: error: an entity has no \"getId\"",
                "Login( ip.id.length > 3 ) => 4:18: error: String has no \"length\"",
                "Login( reason.length() > 3 ) => 4:19: error: only entities can be asked",
                "Login( network.describe(\"a\", \"b\") == 1 ) => 4:20: error: an entity has no \"describe\"",
                "Login( new String(\"a\") == reason ) => 4:12: error: Login has no \"new\"",
                "Login( String.class == reason ) => 4:12: error: Login has no \"String\"",
                "Login( (String) reason == \"x\" ) => 4:13: error: Login has no \"String\"",
                "Login( this instanceof Login ) => 4:12: error: Login has no \"this\"",
                "Login( eval( true ) ) => 4:12: error: unknown call \"eval\" of Login",
                "Login( risk.raise() == 1 ) => 4:12: error: Login has no \"risk\"",
                "Login( ip#String.empty ) => 4:14: error: \"#\" may not stand in a rule",
                "Login( ip!.present ) => 4:12: error: here should stand a yes or no",
                "Login( reason str[length] 3 ) => 4:22: error: \"[\" may not stand in a rule",
                "Login( $r : reason == \"x\" ) => 4:15: error: \":\" may not stand in a rule",
                "Login( reason == [\"x\"] ) => 4:22: error: \"[\" may not stand in a rule",
                "Login( failed & succeeded ) => 4:19: error: \"&\" may not stand in a rule",
                "Login( failed; succeeded ) => 4:18: error: here should stand , instead of ;",
                "Login( /failed ) => 4:12: error: here should stand something to compare instead of /",
                "/Login[ failed ] => 4:5: error: there is no \"/\"",
            })
    void java(String pattern, String start) {
        assertRefused(pattern, start);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("No Java hides in a text: Java's compiler would read quotes out of these")
    @ValueSource(
            strings = {
                "Login( reason == \"\\u0022 + System.exit(0) + \\u0022\" )",
                "Login( reason matches \"\\u0022 + System.exit(0) + \\u0022\" )",
                "Login( reason in (\"a\", \"\\u0022 + System.exit(0) + \\u0022\") )",
                "Login( attribute(\"\\u0022 + System.exit(0) + \\u0022\") == \"\" )",
                "Login( ip.count(\"login\", \"\\u00310m\") > 1 )",
                "Login( reason == \"a\\\" + System.exit(0) + \\\"b\" )",
                "Login( reason == 'a\" + System.exit(0) + \"b' )",
                "Login( reason == \"a\\\\\\u0022 + System.exit(0) + \\\\\\u0022\" )",
                "Login( reason == \"a\\nb\" )",
            })
    void javaInTexts(String pattern) {
        Read read = Read.pattern(pattern);
        assertThat(read.rules()).isEmpty();
        assertThat(read.errors()).first().asString().contains("4:").contains("a text has no quotes");
    }

    @Test
    void givenAnEscapedName_thenItIsRefused() {
        assertRefused("Login( \\u0066ailed )", "4:12: error: ");
    }

    @Test
    void givenMoreThanFourPairsOfParentheses_thenTheyAreRefused_becauseParsingThemTakesExponentialTime() {
        assertThat(Read.pattern("Login( ((((failed)))) )").errors()).isEmpty();
        assertRefused("Login( (((((failed))))) )", "4:16: error: parentheses are nested at most 4 deep");
    }

    @Test
    void givenMoreOperandsThanAnyoneReads_thenTheyAreRefused() {
        assertRefused(
                "Login( failed" + " || failed".repeat(100) + " )",
                "4:1012: error: a constraint has at most 100 operands");
    }

    @Test
    void givenALongText_thenItIsRefused() {
        assertThat(Read.pattern("Login( reason == \"" + "x".repeat(500) + "\" )")
                        .errors())
                .isEmpty();
        assertRefused(
                "Login( reason == \"" + "x".repeat(501) + "\" )", "4:22: error: a text in a rule has at most 500");
    }

    @Test
    void givenSeveralMistakes_thenAllAreReported() {
        assertThat(Read.pattern("Login( faild, ip.count(\"logn\", \"1h\") > 1, reson == \"x\" )")
                        .errors())
                .extracting(error -> error.substring(0, error.indexOf(" error")))
                .containsExactly(Read.FILE + ":4:12:", Read.FILE + ":4:28:", Read.FILE + ":4:47:");
    }

    @Test
    void givenAPatternOverSeveralLines_thenAMistakeHasItsLineAndColumn() {
        assertRefused(
                "Login( failed,\n           // then a comment, end\n           reson == \"x\" )", "6:12: error: ");
    }

    @Test
    void givenARulesOwnTally_thenItExists() {
        String tally = "rule \"T\" when Payment( amount > 500 ) then tally.count(\"large-payment\"); end\n";
        assertThat(Read.texts(tally + Read.rule("Payment( ip.count(\"large-payment\", \"1h\") > 1 )"))
                        .errors())
                .isEmpty();
    }
}
