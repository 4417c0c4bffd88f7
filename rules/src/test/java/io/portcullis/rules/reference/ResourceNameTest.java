package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which resource a bare path names. */
class ResourceNameTest {

    private static final EndpointCatalogue CATALOGUE = EndpointCatalogue.read("endpoints.yaml", """
            endpoints:
              - {method: GET, path: "/v1/files/{name}", purpose: detail, sensitivity: low}
              - {method: GET, path: "/v1/users/{id}/orders/{order}", purpose: order, sensitivity: medium}
            things:
              articles: {purpose: detail, sensitivity: low}
            """, diagnostic -> {
        throw new IllegalStateException(diagnostic.toString());
    });

    private static @Nullable String resource(String raw) {
        String path = CanonicalPath.of(raw);
        return ResourceName.of(path, raw, CATALOGUE.findCanonical("GET", path));
    }

    @ParameterizedTest(name = "{0} is about {1}")
    @CsvSource({
        "/orders/7011,orders/7011",
        "/api/v2/orders/7011/items,orders/7011",
        "/users/12/orders/7,users/12/orders/7",
        "/v1/files/readme,files/readme",
        "/v1/users/ann/orders/last,users/ann/orders/last",
        "/customers/cus_9f3k2,customers/cus_9f3k2",
        "/orders/o_8ad99208d6,orders/o_8ad99208d6",
        "/docs/3f2b8c1e-9a77-4f6e-8d2b-0c1d2e3f4a5b,docs/3f2b8c1e-9a77-4f6e-8d2b-0c1d2e3f4a5b",
        "/articles/38dce,articles/38dce",
        "/articles/how-to-bake,articles/how-to-bake",
        "/shop/red-shoe-4711,shop/red-shoe-4711",
        "/orders?id=7011,orders/7011",
        "/cart/add?product_id=55&n=1,add/55",
        "/orders/7011.json,orders/7011",
        "/orders/7011:cancel,orders/7011",
        "/orders/ord.7011,orders/ord.7011",
        "/v1/files/7011.js,files/7011",
        "/orders?Order=7011,orders/7011",
        "/orders?%6frder=7011,orders/7011",
        "/orders?id=1&id=7011,orders/7011",
        "/orders?orderId=7011#top,orders/7011",
    })
    void named(String raw, String resource) {
        assertThat(resource(raw)).isEqualTo(resource);
    }

    /** Who calls chooses the path: neither stack nor time may grow beyond its length. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1%s?", "/x?id=%s!", "/x?%s=1", "/1%s?"})
    @Timeout(10)
    void givenALongPathMadeToBeSlow_thenItTakesNoTime(String path) {
        String raw = path.formatted(".1".repeat(200_000));
        String canonical = CanonicalPath.of(raw);
        for (int i = 0; i < 10; i++) {
            assertThat(ResourceName.of(canonical, raw, EndpointCatalogue.OTHER)).isNotEqualTo("");
            assertThat(ResourceName.template(canonical)).startsWith("/");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/orders",
                "/v1/orders",
                "/v2.1/search",
                "/orders?page=3",
                "/orders?limit=100&offset=300",
                "/search?q=4711",
                "/blog/2026/11/",
                "/assets/chunk-4711.js",
                "/images/7.webp",
                "/oauth2/authorize",
                "/articles"
            })
    void unnamed(String raw) {
        assertThat(resource(raw)).isNull();
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "/avatar/user0/64,/avatar/{}/{}",
        "/v1/orders/7,/v1/orders/{}",
        "/wp-login.php,/wp-login.php",
        "/images/7.png,/images/{}",
    })
    void template(String path, String template) {
        assertThat(ResourceName.template(path)).isEqualTo(template);
    }
}
