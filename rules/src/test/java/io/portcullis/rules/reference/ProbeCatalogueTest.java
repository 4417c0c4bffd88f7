package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeCatalogueTest {

    private static final String PROBES = """
            segments:
              admin: [phpmyadmin, wp-admin]
              secret: [.env, .git]
            endings:
              backup: [.bak, .sql]
            texts:
              injection: ["union select", "<script"]
              traversal: ["../"]
            """;

    private static ProbeCatalogue read(String yaml, List<Diagnostic> diagnostics) {
        return ReferenceData.read("endpoints: []", "programs: []", yaml, diagnostics::add)
                .probes();
    }

    private static String find(@Nullable String path, @Nullable Integer status) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        ProbeCatalogue catalogue = read(PROBES, diagnostics);
        assertThat(diagnostics).isEmpty();
        return catalogue.find(path, status);
    }

    @ParameterizedTest
    @CsvSource({
        "/phpmyadmin/index.php, admin",
        "/PhpMyAdmin2/, admin",
        "/blog/wp-admin/setup.php?x=1, admin",
        "/.env, secret",
        "/app/.git/config, secret",
        "/shop/dump.sql, backup",
        "/q?x=1%20UNION%20SELECT%202, injection",
        "/q?x=1+union+select+2, injection",
        "/q?x=%3Cscript%3E, injection",
        "/a/../../etc/passwd, traversal",
        "/a/%2e%2e/etc/passwd, traversal",
    })
    void givenAPageThatOnlyAnAttackerLooksFor_thenItsKindIsTold(String path, String kind) {
        assertThat(find(path, 404)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1/orders/42", "/environment", "/union/select", "/100%", "/sql", "/a.b/c"})
    void givenAnyOtherPage_thenItIsNoProbe(String path) {
        assertThat(find(path, 404)).isEmpty();
    }

    @Test
    void givenAPageThatIsThere_thenItIsNoProbe_unlessThePathIsTheAttack() {
        assertThat(find("/wp-admin/", 200)).isEmpty();
        assertThat(find("/wp-admin/", null)).isEmpty();
        assertThat(find("/q?x=<script", 200)).isEqualTo("injection");
        assertThat(find(null, 404)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'segments: {weather: [sun]}', unknown field",
        "'endings: {backup: sun}', here should stand a list",
        "'texts: {injection: [{a: b}]}', here should stand a text",
        "'words: []', unknown field",
        "'segments: [', not YAML",
    })
    void givenAMistake_thenItIsReportedInItsPlace(String yaml, String message) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        read(yaml, diagnostics);
        assertThat(diagnostics).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("probes.yaml");
            assertThat(it.message()).startsWith(message);
        });
    }
}
