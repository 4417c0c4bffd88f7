package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One endpoint has one spelling. */
class CanonicalPathTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/v1/orders/7,/v1/orders/7",
        "/v1/orders/7?page=2,/v1/orders/7",
        "/v1/orders#top,/v1/orders",
        "/%6cogin,/login",
        "/%6C%6f%67in,/login",
        "/a%2Fb,/a/b",
        "/caf%C3%A9,/café",
        "/100%,/100%",
        "/100%zz,/100%zz",
        "/%2525,/%25",
        "/login;jsessionid=1A2B,/login",
        "/a;x=1/b;y=2,/a/b",
        "//login,/login",
        "/v1//orders///7,/v1/orders/7",
        "/./login,/login",
        "/static/../login,/login",
        "/../../login,/login",
        "/login/,/login",
        "/login//,/login",
        "/,/",
        "/login%C2%A0,/login",
        "/login%20,/login",
        "/login%00,/login",
        "https://shop.example/login?x=1,/login",
        "http://shop.example,/",
        "HTTPS://Shop.example/login,/login",
        "/%2e%2e/%2e/login,/login",
        "/%6cogin;v=2%20,/login",
        "/a\\b,/a/b",
        "/.env,/.env",
    })
    void path(String raw, String canonical) {
        assertThat(CanonicalPath.of(raw)).isEqualTo(canonical);
    }

    @Test
    void givenBlanksAndNulsAtTheEnd_thenTheyAreLeftOut() {
        assertThat(CanonicalPath.of("/login \0")).isEqualTo("/login");
    }

    @Test
    void givenWhatIsNoPath_thenItStays() {
        assertThat(CanonicalPath.of("\u0016\u0003\u0001")).isEqualTo("\u0016\u0003\u0001");
    }
}
