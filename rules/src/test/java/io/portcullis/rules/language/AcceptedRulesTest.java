package io.portcullis.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.Rule;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Question.Function;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule may say, and what of it Drools gets to see. */
class AcceptedRulesTest {

    private static ParsedRule accepted(String text) {
        Read read = Read.texts(text);
        assertThat(read.errors()).isEmpty();
        assertThat(read.rules()).hasSize(1);
        return read.rules().get(0);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A pattern is written anew from what was understood")
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "Login() => Login(  )",
                "Login( failed ) => Login( failed )",
                "( Login( failed ) ) => Login( failed )",
                "Login(failed,!succeeded) => Login( failed, !succeeded )",
                "Login( failed && reason == \"locked\" ) => Login( failed && reason == \"locked\" )",
                "Login( failed || challenged ) => Login( failed || challenged )",
                "Login( (failed || challenged) && !client.automated ) => Login( (failed || challenged) && !client.automated )",
                "Login( reason == \"a\" || == \"b\" ) => Login( reason == \"a\" || reason == \"b\" )",
                "Payment( amount > 5 && < 1000 ) => Payment( amount > 5 && amount < 1000 )",
                "Login( reason == 'locked' ) => Login( reason == \"locked\" )",
                "Login( reason in (\"a\", 'b') ) => Login( (reason == \"a\" || reason == \"b\") )",
                "ApiRequest( status not in (200,-1) ) => ApiRequest( (status != 200 && status != -1) )",
                "ApiRequest( status in (0404, 3000000000) ) => ApiRequest( (status == 404 || status == 3000000000.0) )",
                "ApiRequest( path matches \"/v1/[^/]+/\\\\d{1,9}\" ) => ApiRequest( textMatches(0, path) )",
                "ApiRequest( path not matches \"(a|b)?c\" ) => ApiRequest( !textMatches(0, path) )",
                "ApiRequest( path contains \"//\" ) => ApiRequest( path contains \"//\" )",
                "ApiRequest( path contains \"/* x */\" ) => ApiRequest( path contains \"/* x */\" )",
                "Login( ip.age() * 2 + 1 > 3 - -ip.age() / 60 % 7 ) => Login( ip.age() * 2 + 1 > 3 - -ip.age() / 60 % 7 )",
                "Login( ip.sum(\"bytes\", \"request\", \"1h\") > 10000000000 )"
                        + " => Login( ip.sum(\"bytes\", \"request\", \"1h\") > 10000000000.0 )",
                "Login( ip.isNew(\"device\", \"30d\"), !ip.isNew(\"country\", \"1d\") )"
                        + " => Login( ip.isNew(\"device\", \"30d\"), !ip.isNew(\"country\", \"1d\") )",
                "Login( ip.speed(\"login\") > 900 ) => Login( ip.speed(\"login\") > 900 )",
                "ApiRequest( status == 007 ) => ApiRequest( status == 7 )",
                "Login( attribute(\"plan\") == \"free\" ) => Login( attribute(\"plan\") == \"free\" )",
                "Login( failed == true, reason != method ) => Login( failed == true, reason != method )",
            })
    void patterns(String pattern, String drl) {
        assertThat(accepted(Read.rule(pattern)).condition().drl()).isEqualTo(drl);
    }

    @Test
    void givenComments_thenTheyAreNoPartOfIt() {
        assertThat(accepted(Read.rule("Login( /* a */ failed /* // */ , // then \" end )\n !succeeded /* \" */ )"))
                        .condition()
                        .drl())
                .isEqualTo("Login( failed, !succeeded )");
    }

    @Test
    void givenATextThatLooksLikeAComment_thenItsNeighbourIsNoCode() {
        assertThat(accepted(Read.rule("ApiRequest( path == \"//\",\n path == \" || System.exit(0) || path == \" )"))
                        .condition()
                        .drl())
                .isEqualTo("ApiRequest( path == \"//\", path == \" || System.exit(0) || path == \" )");
    }

    @Test
    void givenQuestions_thenTheyAreFoundForTheSchemaAndTheEvidence() {
        ParsedRule rule = accepted(Read.rule("Login( ip.count(\"login.failed\", \"10m\") > 3,"
                + " account.distinct(\"device\", \"1h\") > 2, account.distinct(\"ip\", \"login\", \"1h\") > 2,"
                + " card.sum(\"amount\", \"payment\", \"1d\") > 5, network.rate(\"login\", \"1m\") > 6,"
                + " user.since(\"signup\") < 60, apiKey.age() > 1, session.standing() > 50,"
                + " device.peers(\"request\", \"24h\") > 2 )"));
        assertThat(rule.asked())
                .containsExactly(
                        new Asked(EntityKind.IP, new Question(Function.COUNT, "", "login.failed", "10m")),
                        new Asked(EntityKind.ACCOUNT, new Question(Function.DISTINCT, "device", "", "1h")),
                        new Asked(EntityKind.ACCOUNT, new Question(Function.DISTINCT, "ip", "login", "1h")),
                        new Asked(EntityKind.CARD, new Question(Function.SUM, "amount", "payment", "1d")),
                        new Asked(EntityKind.NETWORK, new Question(Function.RATE, "", "login", "1m")),
                        new Asked(EntityKind.USER, new Question(Function.SINCE, "", "signup", "")),
                        new Asked(EntityKind.API_KEY, new Question(Function.AGE, "", "", "")),
                        new Asked(EntityKind.SESSION, new Question(Function.STANDING, "", "", "")),
                        new Asked(EntityKind.DEVICE, new Question(Function.PEERS, "", "request", "24h")));
    }

    @Test
    void givenProperties_thenTextsAndNumbersAreMentioned() {
        ParsedRule rule = accepted(Read.rule("ApiRequest( client.automated, client.name == \"curl\", status > 400 )"));
        assertThat(rule.mentioned()).extracting(Mentioned::name).containsExactly("client.name", "status");
    }

    @Test
    void givenAnnotations_thenTheRuleIsDescribed() {
        assertThat(accepted("""
                        rule "Tested: then, when and end"
                            @description( "Finds it, then ends." )
                            @signal("tested") @threat("API4") @score(100) @entity("apiKey")
                        when
                            Login( failed )
                        then
                            risk . raise ( ) ; // the end
                        end
                        """).rule())
                .isEqualTo(new Rule(
                        "Tested: then, when and end",
                        "login",
                        "Finds it, then ends.",
                        "tested",
                        "API4",
                        100,
                        EntityKind.API_KEY,
                        Read.FILE,
                        1));
    }

    @ParameterizedTest
    @CsvSource({
        "risk.monitor();,medium,MONITOR,0",
        "risk.throttle(86400);,medium,THROTTLE,86400",
        "risk.challenge();,high,CHALLENGE,0",
        "risk.review();,high,REVIEW,0",
        "risk.allow();,high,ALLOW,0",
        "risk.allow();,medium,ALLOW,0"
    })
    void givenAPolicyRule_thenItChooses(String call, String band, Action action, int retryAfterSeconds) {
        ParsedRule rule = accepted("rule \"A\" when Assessment( " + band + ", type == \"payment\", score >= 30,"
                + " signalled(\"card-testing\"), activity.ip.present ) then " + call + " end");
        assertThat(rule.rule()).isNull();
        assertThat(rule.consequence()).isEqualTo(new Consequence.Choose(action, retryAfterSeconds));
    }

    @Test
    void givenATallyRule_thenItCounts() {
        ParsedRule rule =
                accepted("rule \"A\" when Payment( amount > 500 ) then tally.count(\"large.payment-x\"); end");
        assertThat(rule.rule()).isNull();
        assertThat(rule.consequence()).isEqualTo(new Consequence.Count("large.payment-x"));
    }

    @Test
    void givenQuotesInAName_thenItIsAName() {
        assertThat(accepted(Read.rule("Login( failed )").replace("\"Tested\"", "'The \"tested\" rule'"))
                        .name())
                .isEqualTo("The \"tested\" rule");
    }

    @Test
    void givenManyRules_thenEachHasItsLine() {
        String rule = Read.rule("Login( failed )");
        Read read = Read.texts(rule + rule.replace("Tested", "Second") + rule.replace("Tested", "Third"));
        assertThat(read.rules())
                .extracting(ParsedRule::rule)
                .extracting(found -> found == null ? 0 : found.line())
                .isEqualTo(List.of(1, 8, 15));
    }
}
