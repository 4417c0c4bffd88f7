package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.vocabulary.EndpointProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointCatalogueTest {

    private static final EndpointCatalogue CATALOGUE = ReferenceData.read(
                    """
                    endpoints:
                      - {method: GET, path: /, purpose: static, sensitivity: low}
                      - {method: GET, path: "/v1/orders", purpose: listing, sensitivity: low}
                      - {method: GET, path: "/v1/orders/{id}", purpose: detail, sensitivity: medium}
                      - {method: POST, path: "/v1/orders/{id}/refund", purpose: refund, sensitivity: high}
                      - {method: GET, path: "/v1/orders/latest", purpose: detail, sensitivity: low}
                      - {method: GET, path: "/v1/{kind}/latest/items", purpose: listing, sensitivity: low}
                    words:
                      login: {purpose: login, sensitivity: high}
                      export: {purpose: export, sensitivity: high}
                      search: {purpose: search, sensitivity: medium}
                      webhooks: {purpose: webhook, sensitivity: medium}
                      password: {purpose: credential-change, sensitivity: high}
                      password-reset: {purpose: password-reset, sensitivity: high}
                    things:
                      products: {purpose: listing, sensitivity: low}
                      users: {purpose: account, sensitivity: medium}
                    """, "programs: []", "segments: {}", diagnostic -> {
                        throw new AssertionError(diagnostic);
                    })
            .endpoints();

    @ParameterizedTest
    @DisplayName("A path is found by its template, whatever its query and the case of its method")
    @CsvSource({
        "GET, /, GET /",
        "GET, /v1/orders/, GET /v1/orders",
        "GET, /V1/Orders/7/, GET /v1/orders/{id}",
        "POST, /shop/login:start, */login",
        "POST, /shop/login%C2%A0, */login",
        "GET, /v1/orders, GET /v1/orders",
        "get, /v1/orders, GET /v1/orders",
        "GET, /v1/orders?page=2&q=/login, GET /v1/orders",
        "GET, /v1/orders#top, GET /v1/orders",
        "HEAD, /v1/orders, GET /v1/orders",
        "GET, /v1/orders/17, GET /v1/orders/{id}",
        "GET, /v1/orders/latest, GET /v1/orders/latest",
        "GET, /v1/orders/latest/items, GET /v1/{kind}/latest/items",
        "POST, /v1/orders/17/refund, POST /v1/orders/{id}/refund",
    })
    void templates(String method, String path, String endpoint) {
        assertThat(CATALOGUE.find(method, path).id()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @DisplayName("A path without template is found by the last word in it that tells a purpose")
    @CsvSource({
        "POST, /shop/login, */login",
        "POST, /shop/LOGIN.php, */login",
        "POST, /login/, */login",
        "DELETE, /v1/export/17, */export",
        "GET, /login/search/x, */search",
        "GET, login, */login",
        "PROPFIND, /login, */login",
        "POST, /v1/orders, other",
        "GET, /v1/orders/17/refund, other",
        "GET, /logins, other",
        "GET, /.login, other",
        "GET, ?login, GET /",
        "GET, %, other",
    })
    void words(String method, String path, String endpoint) {
        assertThat(CATALOGUE.find(method, path).id()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @DisplayName("Words are written in many ways, and two segments can be one word")
    @CsvSource({
        "POST, /passwordReset, */password-reset",
        "POST, /PASSWORD_RESET.do, */password-reset",
        "POST, /v1/password/reset, */password-reset",
        "POST, /v1/users/17/password, */password",
        "POST, /password/reset/login, */login",
    })
    void spellings(String method, String path, String endpoint) {
        assertThat(CATALOGUE.find(method, path).id()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @DisplayName("What lies below a webhook is one, whatever it tells of")
    @CsvSource({
        "POST, /webhooks/login, */webhooks",
        "POST, /webhooks/provider/password/reset, */webhooks",
        "POST, /webhooks/products, */webhooks",
        "POST, /login/webhooks, */webhooks",
    })
    void webhooks(String method, String path, String endpoint) {
        assertThat(CATALOGUE.find(method, path).id()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @DisplayName("Things decide where no word does, the last one first")
    @CsvSource({
        "GET, /v2/products/17, */products",
        "GET, /users/17/products, */products",
        "GET, /products/17/users, */users",
        "GET, /users/17/export, */export",
        "GET, /export/users/17, */export",
    })
    void things(String method, String path, String endpoint) {
        assertThat(CATALOGUE.find(method, path).id()).isEqualTo(endpoint);
    }

    @Test
    void givenAnEntry_thenItTellsPurposeAndSensitivity() {
        assertThat(CATALOGUE.find("POST", "/v1/orders/1/refund"))
                .isEqualTo(new EndpointProfile("POST /v1/orders/{id}/refund", "refund", "high"));
        assertThat(CATALOGUE.find("POST", "/v1/orders/1/refund").sensitive()).isTrue();
        assertThat(CATALOGUE.find("GET", "/search")).isEqualTo(new EndpointProfile("*/search", "search", "medium"));
        assertThat(CATALOGUE.find("GET", "/search").sensitive()).isFalse();
        assertThat(CATALOGUE.find("GET", "/x")).isEqualTo(new EndpointProfile("other", "", "low"));
    }

    @Test
    void givenNoPath_thenThereIsNoEndpoint_andWithoutMethodItIsAGet() {
        assertThat(CATALOGUE.find("GET", null)).isEqualTo(EndpointProfile.NONE);
        assertThat(CATALOGUE.find("GET", "")).isEqualTo(EndpointProfile.NONE);
        assertThat(CATALOGUE.find(null, "/v1/orders").id()).isEqualTo("GET /v1/orders");
    }

    @Test
    void givenWhatAnAttackerMakesUp_thenItIsOneOfTheKnownEndpoints_soThatItFillsNoMemory() {
        for (String method : new String[] {"GET", "", " ", "\u0000", "G".repeat(100_000), "\uD800"}) {
            for (String path : new String[] {
                "/".repeat(100_000), "/a".repeat(50_000), "/" + "a".repeat(100_000), "\u0000", "//", "/../..", "\uD800"
            }) {
                assertThat(CATALOGUE.find(method, path).id()).isIn("other", "GET /");
            }
        }
    }
}
