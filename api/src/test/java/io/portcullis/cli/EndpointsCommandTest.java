package io.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsCommandTest {

    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers:
              - url: https://{region}.api.example.org/{base}/
                variables: {region: {default: eu}, base: {default: v2}}
              - url: https://sandbox.example.org/v2
            security: [{bearer: []}]
            paths:
              /orders:
                get: {operationId: listOrders, tags: [Orders], summary: Lists orders}
                post: {operationId: createOrder}
              /orders/{orderId}/refunds:
                post: {operationId: createRefund}
                get: {operationId: listRefunds}
              /users:
                post: {operationId: createUser, security: []}
              /products/{id}:
                get: {operationId: getProduct}
              /password/reset:
                post: {}
              /ai/run:
                post: {operationId: createCompletions}
              /things/{id}:
                get: {}
              /health:
                servers: [{url: /}]
                get: {}
              /me/mfa: {$ref: "paths/mfa.yaml#/items/~1me~1mfa"}
              /me/mfa/devices: {$ref: "#/components/pathItems/devices"}
            components:
              pathItems:
                devices:
                  get: {}
            """;

    @TempDir
    private Path folder;

    private Cli importing(String name, String text, Object... options) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.createDirectories(folder.resolve("paths"));
        Files.writeString(folder.resolve("paths/mfa.yaml"), "items: {/me/mfa: {put: {operationId: enable}}}");
        Object[] arguments = new Object[3 + options.length];
        System.arraycopy(new Object[] {"endpoints", "import", file}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Cli.run(arguments);
    }

    /** Without the blanks of the table. */
    private static List<String> entries(Cli cli) {
        return cli.out()
                .lines()
                .filter(line -> line.startsWith("  - "))
                .map(line -> line.replaceAll(" +", " ").trim())
                .toList();
    }

    @Nested
    @DisplayName("An import of an OpenAPI file")
    class Import {

        @Test
        void writesEveryCallWithAGuessOfItsPurpose_andFromWhat() throws IOException {
            assertThat(entries(importing("openapi.yaml", SHOP)))
                    .containsExactly(
                            "- {method: GET, path: \"/v2/orders\", purpose: order, sensitivity: medium} # \"orders\" in its path",
                            "- {method: POST, path: \"/v2/orders\", purpose: order, sensitivity: medium} # \"orders\" in its path",
                            "- {method: POST, path: \"/v2/orders/{orderId}/refunds\", purpose: refund, sensitivity: high} # \"refunds\" in its path",
                            "- {method: GET, path: \"/v2/orders/{orderId}/refunds\", purpose: refund, sensitivity: medium} # \"refunds\" in its path",
                            "- {method: POST, path: \"/v2/users\", purpose: signup, sensitivity: high} # \"users\" in its path, of which it makes one",
                            "- {method: GET, path: \"/v2/products/{id}\", purpose: detail, sensitivity: low} # \"products\" in its path, of which it names one",
                            "- {method: POST, path: \"/v2/password/reset\", purpose: password-reset, sensitivity: high} # \"password reset\" in its path",
                            "- {method: POST, path: \"/v2/ai/run\", purpose: inference, sensitivity: medium} # \"completions\" in its operationId",
                            "- {method: GET, path: \"/v2/things/{id}\", purpose: other, sensitivity: low} # ? not recognised",
                            "- {method: GET, path: \"/health\", purpose: health, sensitivity: low} # \"health\" in its path",
                            "- {method: PUT, path: \"/v2/me/mfa\", purpose: mfa, sensitivity: high} # \"mfa\" in its path",
                            "- {method: GET, path: \"/v2/me/mfa/devices\", purpose: mfa, sensitivity: medium} # \"mfa\" in its path");
        }

        @Test
        void followsReferencesThatAreCodedForUris_andAliasesOfYaml() throws IOException {
            Cli cli = importing("openapi.yaml", """
                    openapi: 3.0.1
                    info: {title: Lending, version: "1"}
                    x-read: &read
                      get: {operationId: read}
                    paths:
                      /loans/{loanId}: *read
                      /credits/{loanId}: {$ref: '#/paths/~1loans~1%7BloanId%7D'}
                      /a+b/c d: *read
                      /other: {$ref: '#/paths/~1a+b~1c%20d'}
                    """);

            assertThat(cli.err()).contains("4 endpoints");
            assertThat(entries(cli))
                    .extracting(entry -> entry.replaceAll(".*path: \"([^\"]*)\".*", "$1"))
                    .containsExactly("/loans/{loanId}", "/credits/{loanId}", "/a+b/c d", "/other");
        }

        @Test
        void spellsResourceNamesOut_andLeavesOutThoseOfAnyLength() throws IOException {
            Cli cli = importing("swagger.yaml", """
                    swagger: "2.0"
                    info: {title: Documents, version: "1"}
                    paths:
                      "/v1/{name=shelves/*/books/*}": {get: {}}
                      "/v1/{parent=shelves/*}/books:import": {post: {}}
                      "/v1/{name=files/**}": {get: {}}
                    """);

            assertThat(entries(cli))
                    .extracting(entry -> entry.replaceAll(".*path: \"([^\"]*)\".*", "$1"))
                    .containsExactly("/v1/shelves/{shelves}/books/{books}", "/v1/shelves/{shelves}/books:import");
            assertThat(cli.err()).contains("left out:", "GET /v1/{name=files/**}: the catalogue cannot say");
        }

        @Test
        void givenWebhooksAlone_thenItSaysThatThereIsNothingToCall() throws IOException {
            Cli cli = importing(
                    "openapi.yaml",
                    "openapi: 3.1.0\ninfo: {title: Hooks, version: '1'}\nwebhooks: {paid: {post: {}}}\n");

            assertThat(cli.status()).isZero();
            assertThat(cli.err()).contains("no endpoints: the file describes no calls that clients make");
        }

        @Test
        void saysOnStandardErrorHowManyThereAre_andWhichAPersonMustName() throws IOException {
            Cli cli = importing("openapi.yaml", SHOP);

            assertThat(cli.status()).isZero();
            assertThat(cli.err())
                    .contains(
                            "12 endpoints; 11 of them recognised",
                            "  2  order",
                            "not recognised",
                            "GET /v2/things/{id}");
        }

        @Test
        void keepsAFileThatIsThere_unlessToldToWriteOverIt() throws IOException {
            Path known = Files.writeString(folder.resolve("endpoints.yaml"), "mine");
            Cli refused = importing("openapi.yaml", SHOP, "-o", known);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains(known + ": already exists; overwrite it with --force");
            assertThat(known).hasContent("mine");
            assertThat(importing("openapi.yaml", SHOP, "-o", known, "--force").status())
                    .isZero();
            assertThat(known).content().contains("/v2/orders");
        }

        @Test
        void givenNoFolderToWriteTo_thenItNamesTheFolder() throws IOException {
            Cli refused = importing("openapi.yaml", SHOP, "-o", folder.resolve("nowhere/endpoints.yaml"));
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains(folder.resolve("nowhere") + ": there is no such folder");
        }

        @Test
        void whatItWritesLoads_andIsWhatCallsAreTakenFor() throws IOException {
            Path rules = RuleFolder.failedLogins(folder.resolve("rules"), 3);

            Cli written = importing("openapi.yaml", SHOP, "-o", rules.resolve("endpoints.yaml"));

            assertThat(written.out()).isEmpty();
            assertThat(Cli.run("check", rules).status()).isZero();
            assertThat(Cli.run("endpoints", "find", "POST", "/v2/orders/17/refunds?x", "--rules", rules)
                            .out())
                    .contains("POST /v2/orders/{orderId}/refunds", "refund", "high");
            assertThat(Cli.run("endpoints", "find", "POST", "/elsewhere/login", "--rules", rules)
                            .out())
                    .contains("*/login");
            assertThat(Cli.run("endpoints", "--rules", rules).out())
                    .contains("GET /v2/products/{id}", "*/password-reset", "other");
        }

        @Test
        void readsSwagger2_asJsonWithTabs() throws IOException {
            Cli cli = importing("swagger.json", """
                    {
                    \t"swagger": "2.0", "basePath": "/api/",
                    \t"paths": {"/sessions/new": {"post": {"summary": "Login with a password", "tags": ["Auth"]}},
                    \t          "/files/{name}.{ending}": {"get": {"operationId": "downloadFile"}},
                    \t          "/files/{id}": {"get": {}, "trace": {}}}
                    }
                    """);

            assertThat(entries(cli))
                    .containsExactly(
                            "- {method: POST, path: \"/api/sessions/new\", purpose: credential-change, sensitivity: high} # \"password\" in its summary",
                            "- {method: GET, path: \"/api/files/{name.ending}\", purpose: other, sensitivity: low} # ? not recognised");
            assertThat(cli.err())
                    .contains("GET /api/files/{id}: the catalogue cannot tell it from /api/files/{name.ending}")
                    .contains("TRACE /api/files/{id}: the catalogue has no such method");
        }

        @Test
        void saysWhereAFileIsWrong() throws IOException {
            String dangling = """
                    openapi: 3.0.0
                    paths:
                      /a: {$ref: '#/components/x'}
                      /b: {$ref: 'no.yaml'}
                      /c: {$ref: 'https://example.org/x.yaml'}
                      /d: {$ref: '#/paths/~1d'}
                      e: {}
                    """;

            assertThat(importing("a.yaml", dangling).err().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).endsWith("a.yaml:3:14: error: there is no \"#/components/x\""),
                            line -> assertThat(line).endsWith("a.yaml:4:14: error: there is no file \"no.yaml\""),
                            line -> assertThat(line)
                                    .contains("a.yaml:5:14: error:")
                                    .contains("is not fetched"),
                            line -> assertThat(line).endsWith("a.yaml:6:7: error: this $ref leads back to itself"),
                            line -> assertThat(line).endsWith("a.yaml:7:6: error: the path \"e\" must begin with /"));
            assertThat(importing("b.yaml", "openapi: 3.0.0\npaths: [\n").err()).contains("b.yaml:3:1: error: not YAML");
            assertThat(importing("c.yaml", "a: 1\n").err()).contains("c.yaml:1:1: error: this is no OpenAPI file");
            assertThat(importing("d.yaml", "openapi: 3.1.0\n").err()).contains("\"paths\" is missing");
            assertThat(importing("e.yaml", "").status()).isEqualTo(1);
            assertThat(importing("f.json", "{\"openapi\": }").err()).contains("f.json:1:13: error: not JSON");
        }
    }

    @Test
    void givenMisuse_thenTheStatusIs2() {
        assertThat(Cli.run("endpoints", "import", folder.resolve("none.yaml")).status())
                .isEqualTo(2);
        assertThat(Cli.run("endpoints", "find", "GET", "orders").status()).isEqualTo(2);
        assertThat(Cli.run("endpoints", "--rules", folder.resolve("none")).status())
                .isEqualTo(2);
        assertThat(Cli.run("endpoints", "import").status()).isEqualTo(2);
    }

    @Test
    void givenAMethodThatThereIsNot_thenItIsMisuse_andTheNearestOneIsNamed() {
        assertThat(Cli.run("endpoints", "find", "GTE", "/x").status()).isEqualTo(2);
        assertThat(Cli.run("endpoints", "find", "GTE", "/x").err())
                .contains("There is no method \"GTE\"; did you mean GET?");
        assertThat(Cli.run("endpoints", "find", "FETCH", "/x").err())
                .contains("There is no method \"FETCH\"; did you mean PATCH?");
        assertThat(Cli.run("endpoints", "find", "/x", "GET").err())
                .contains("there are DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
        assertThat(Cli.run("endpoints", "find", "get", "/login").status()).isZero();
    }

    @Test
    void givenNoFolder_thenTheShippedCatalogueIsListed() {
        assertThat(Cli.run("endpoints").out().lines())
                .anySatisfy(line -> assertThat(line).matches("ENDPOINT +PURPOSE +SENSITIVITY"))
                .anySatisfy(line -> assertThat(line).matches("\\*/gift-cards +promo +high"))
                .anySatisfy(line -> assertThat(line).matches("other +low"));
    }
}
