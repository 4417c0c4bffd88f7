package io.portcullis.domain.activity;

import static io.portcullis.domain.activity.Json.assertLoginRejected;
import static io.portcullis.domain.activity.Json.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be stored is taken out of an activity, and all else stays as it is. */
class RedactionTest {

    private static final String TAIL = "4eC39HqLyjWDarjtT1zdp7dc0123456789abcd";
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";

    private final List<Remark> remarks = new ArrayList<>();

    private String text(String text) {
        return Redaction.OFFLINE.text(text, "field", remarks::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111\u200b1111\u200b1111\u200b1111",
                "4111\u00a01111\u20111111\u20131111",
                "4111%201111%2d1111+1111",
                "\u0664\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661",
                "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11",
            })
    void givenACardsNumberInAnySpelling_thenItIsMasked(String number) {
        assertThat(text("/pay?n=" + number + "&x=1")).isEqualTo("/pay?n=411111******1111&x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"378282246310005", "5555555555554444", "30569309025904", "6011111111111117", "4222222222222"})
    void givenANumberOfAnyNetwork_thenFirstSixAndLastFourStay(String number) {
        assertThat(text(number))
                .startsWith(number.substring(0, 6) + "*")
                .endsWith("*" + number.substring(number.length() - 4));
    }

    @Test
    void givenADateBeforeTheNumber_thenTheNumberIsMasked() {
        assertThat(text("2026-11-22 4111 1111 1111 1111")).isEqualTo("2026-11-22 411111******1111");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795342530009",
                "1000000000000008",
                "4111111111111112",
                "41111111111111110000000",
                "52.4222222222222",
                "+49 30 901820",
                "2026-11-22T10:15:30.123456789Z",
                "Basic authentication is required",
                "sk-learn",
                "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            })
    void givenAnInnocentText_thenItStaysAsItIs(String text) {
        assertThat(text(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk_" + "live_",
                "rk_" + "live_",
                "AKIA",
                "ghp_",
                "github_pat_",
                "xoxb-",
                "AIza",
                "ya29.",
                "SG.",
                "Bearer ",
                "basic "
            })
    void givenACredential_thenAFingerprintStandsForIt(String prefix) {
        assertThat(text("key " + prefix + TAIL + ", ok")).matches("key " + prefix + "![0-9a-f]{20}, ok");
        assertThat(remarks).containsExactly(new Remark("field", "a credential was replaced by a fingerprint"));
    }

    @Test
    void givenTwoCredentials_thenTheirFingerprintsDiffer_andDependOnTheKey() {
        String one = text("Bearer " + TAIL);
        assertThat(text("Bearer " + TAIL)).isEqualTo(one);
        assertThat(text("Bearer " + TAIL + "x")).isNotEqualTo(one);
        assertThat(Redaction.keyed(new byte[32]).text("Bearer " + TAIL, "", remark -> {}))
                .isNotEqualTo(one);
    }

    @Test
    void givenTwoCardsThatAreMaskedAlike_thenTheIdentifiersStayApart() throws InvalidActivity {
        String one = login("'account':'4111111111111111'").entities().account();
        String other = login("'account':'4111110000091111'").entities().account();
        assertThat(one).startsWith("411111******1111!").isEqualTo(Redaction.OFFLINE.identifier("4111111111111111"));
        assertThat(other).startsWith("411111******1111!").isNotEqualTo(one);
        assertThat(Redaction.OFFLINE.identifier(String.valueOf(one))).isEqualTo(one);
    }

    @Test
    void givenASecretParameter_thenItsValueIsMasked() {
        assertThat(Redaction.OFFLINE.url("/login?user=ann&Password=hunter2&x=1", "path", remarks::add))
                .isEqualTo("/login?user=ann&Password=***&x=1");
        assertThat(remarks).containsExactly(new Remark("path", "a secret parameter was masked"));
    }

    @Test
    void givenACursorThatBeginsLikeAToken_thenItStaysAsItIs() {
        String cursor = "eyJpZCI6MTIzNDU2Nzg5MCwib3JkZXIiOiJhc2NlbmRpbmcifQ==";
        assertThat(text(cursor)).isSameAs(cursor);
    }

    @Test
    void givenSecretsInEveryPlace_thenNoneIsWritten() throws InvalidActivity {
        Activity activity = login("""
                'account':'4111111111111111','token':'%s','userAgent':'x 4111111111111111','referrer':'/?t=%s',
                'headers':['4111111111111111'],'reason':'4111111111111111','email':'4111111111111111@x.test',
                'app':{'version':'4111111111111111','x':4111111111111111},'network':{'country':'4111111111111111'},
                '4111111111111111':1,'attributes':{'a':[{'b':4111111111111111,'4111111111111111':'%s'}]}
                """.formatted(JWT, JWT, JWT));
        assertThat(new String(new ActivityWriter().write(activity), StandardCharsets.UTF_8))
                .doesNotContain("4111111111111111")
                .doesNotContain("dozjgNryP4J3jVmNHl0w5N");
    }

    @Test
    void givenAFieldNamedLikeASecret_thenItIsDropped() throws InvalidActivity {
        assertThat(login(
                                "'password':'x','CVV':123,'app':{'pin':'1'},'attributes':{'client_secret':'y','a':{'passwd':1,'b':2}}")
                        .envelope()
                        .attributes())
                .isEqualTo(Map.of("a", Map.of("b", BigDecimal.valueOf(2))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111\u200b\uff11\uff11\uff11\uff1111111111",
                "fp-4111111111111111",
                "4111111111111111a",
                "٤١١١١١١١١١١١١١١١"
            })
    void givenACardThatHoldsANumber_thenItIsRejected(String card) {
        assertLoginRejected("'card':'" + card + "'", "card", "must be a fingerprint");
    }

    @Test
    void givenARedactedText_thenItStaysAsItIs() {
        for (String text : List.of("4111111111111111", JWT, "Bearer " + TAIL)) {
            String redacted = text(text);
            assertThat(text(redacted)).isSameAs(redacted);
        }
    }

    @Test
    void givenAStoredActivity_thenItIsReadAsItWasStored() throws InvalidActivity {
        assertThat(ActivityReader.ofStored(() -> "none")
                        .read(Json.bytes(
                                "{" + Json.LOGIN + ",'account':'4111111111111111','card':'fp-4111111111111111'}"))
                        .entities()
                        .account())
                .isEqualTo("4111111111111111");
    }
}
