package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.decision.Decision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that stand for log-ins, sign-ups and payments, as an access log has them. */
class StandsForTest {

    private static final String REQUEST = "'type':'api-request','ip':'192.0.2.1','method':'%s','path':'%s','status':%d";
    private static final String LOGIN =
            "'type':'login','ip':'192.0.2.1','account':'a','outcome':'failed','method':'password'";

    @TempDir
    Path folder;

    private Story story(String pattern) throws InvalidRules {
        return new RuleFolder(folder).rule("Tested", 60, pattern).story();
    }

    private static Decision request(Story story, int second, String method, String path, int status) {
        return story.at("10:00:%02d".formatted(second), REQUEST.formatted(method, path, status));
    }

    @ParameterizedTest(name = "{0} {1} {2} is {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/login|401|Login( failed, method == 'password', ip.count('login.failed', '1m') == 1 )",
                "POST|/shop/wp-login.php|403|Login( failed, ip.count('login.failed.password', '1m') == 1 )",
                "POST|/login|302|Login( succeeded, ip.count('login.succeeded', '1m') == 1 )",
                "POST|/v1/mfa|401|Login( failed, reason == 'mfa-failed', ip.count('login.failed.mfa-failed', '1m') == 1 )",
                "POST|/oauth/token|200|Login( succeeded, ip.count('login.method.token-refresh', '1m') == 1 )",
                "POST|/forgot-password|202|Login( challenged, ip.count('login.method.password-reset', '1m') == 1 )",
                "POST|/register|201|Signup( succeeded, ip.count('signup.succeeded', '1m') == 1 )",
                "POST|/register|422|Signup( rejected, ip.count('signup.rejected', '1m') == 1 )",
                "POST|/payments|402|Payment( declined, charge, ip.count('payment.charge.declined', '1m') == 1 )",
                "POST|/refunds|200|Payment( approved, refund, ip.since('payment.refund') == 0 )",
                "POST|/coupons|404|ApiRequest( ip.count('request.purpose.promo.failed', '1m') == 1 )",
            })
    void givenAnAnswer_thenItCountsAsTheEvent(String method, String path, int status, String pattern)
            throws InvalidRules {
        try (Story story = story(pattern.replace('\'', '"'))) {
            assertThat(Story.rules(request(story, 1, method, path, status))).containsExactly("Tested");
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"GET,/login,200", "POST,/login,500", "POST,/login,429", "POST,/products,401", "HEAD,/login,401"})
    void givenWhatTellsNothing_thenItIsNoEvent(String method, String path, int status) throws InvalidRules {
        try (Story story = story("Login()")) {
            assertThat(Story.rules(request(story, 1, method, path, status))).isEmpty();
        }
    }

    @Test
    void givenBothTheRequestAndItsEvent_thenTheyCountOnce_inWhateverOrder() throws InvalidRules {
        try (Story story =
                story("Activity( ip.count(\"login.failed\", \"10m\") == 2, ip.since(\"login.failed\") == 0 )")) {
            assertThat(Story.rules(request(story, 1, "POST", "/login", 401))).isEmpty();
            assertThat(Story.rules(story.at("10:00:01", LOGIN))).isEmpty();
            assertThat(Story.rules(story.at("10:00:05", LOGIN))).containsExactly("Tested");
            assertThat(Story.rules(request(story, 6, "POST", "/login", 401))).containsExactly("Tested");
            assertThat(Story.rules(request(story, 7, "POST", "/login", 401))).isEmpty();
        }
    }

    @Test
    void givenAnEventThatARequestStandsFor_thenRulesAboutAnyActivitySeeItOnce() throws InvalidRules {
        RuleFolder given = new RuleFolder(folder)
                .tally("any", "Activity()", "seen")
                .tally("login", "Login( failed )", "failing")
                .rule("Once", 50, "Activity( ip.count(\"seen\", \"1m\") == 1, ip.count(\"failing\", \"1m\") == 1 )");
        try (Story story = given.story()) {
            assertThat(Story.rules(request(story, 1, "POST", "/login", 401))).containsExactly("Once");
        }
    }

    @Test
    void givenAnEventThatARequestStandsFor_thenItsEvidenceIsThere() throws InvalidRules {
        try (Story story = story("Login( method == \"password\", ip.count(\"login.failed\", \"1m\") == 1 )")) {
            assertThat(Story.evidence(request(story, 1, "POST", "/login", 401)))
                    .containsEntry("method", "password")
                    .containsEntry("count login.failed, 1m", 1L);
        }
    }

    @Test
    void givenNoAccount_thenTheUserOrTheMailAddressServes() throws InvalidRules {
        try (Story story = story("Activity( account.id == \"u-1\" || account.id == \"ann@example.org\" )")) {
            assertThat(Story.rules(
                            story.at("10:00:00", "'type':'login','outcome':'failed','user':'u-1','ip':'192.0.2.1'")))
                    .hasSize(1);
            assertThat(Story.rules(story.at(
                            "10:00:01",
                            "'type':'signup','outcome':'succeeded','email':'Ann@example.org','ip':'192.0.2.1'")))
                    .hasSize(1);
            assertThat(Story.rules(story.at(
                            "10:00:02",
                            "'type':'login','outcome':'failed','user':'u-1','account':'a-1','ip':'192.0.2.1'")))
                    .isEmpty();
        }
    }
}
