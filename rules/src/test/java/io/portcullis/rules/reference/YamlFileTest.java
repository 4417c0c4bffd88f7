package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A YAML file")
class YamlFileTest {

    private final List<Diagnostic> wrong = new ArrayList<>();

    private String read(String text) {
        YamlNode top = new YamlFile("x.yaml", wrong::add).read(text);
        return top == null ? "" : plain(top);
    }

    private static String plain(YamlNode node) {
        if (node.value() instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + ": " + plain((YamlNode) field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.value() instanceof List<?> items) {
            return items.stream().map(item -> plain((YamlNode) item)).collect(Collectors.joining(", ", "[", "]"));
        }
        return node.text();
    }

    @Test
    void repeatsWhatHasAnAnchor_whereItsAliasStands() {
        assertThat(read("""
                        orders: &crud {get: &get {id: list}, post: {}}
                        refunds: *crud
                        tags: [&a eu, *a]
                        search: {get: *get}
                        """))
                .isEqualTo("{orders: {get: {id: list}, post: {}}, refunds: {get: {id: list}, post: {}},"
                        + " tags: [eu, eu], search: {get: {id: list}}}");
        assertThat(wrong).isEmpty();
    }

    @Test
    void mergesFields_ofWhichThoseThatAreWrittenWin() {
        assertThat(read("""
                        a: &a {x: 1, y: 2}
                        b: &b {y: 3, z: 4}
                        one: {<<: *a, y: 5}
                        both: {<<: [*a, *b]}
                        inline: {<<: {q: 6}}
                        """)).endsWith("one: {y: 5, x: 1}, both: {x: 1, y: 2, z: 4}, inline: {q: 6}}");
        assertThat(wrong).isEmpty();
    }

    @Test
    void saysWhereAnAliasOrAMergeLeadsNowhere() {
        read("a: *b\n");
        read("c: &c {d: *c}\n");
        read("e: {<<: text}\n");

        assertThat(wrong)
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "x.yaml:1:4: error: not YAML: found undefined alias b",
                        "x.yaml:1:4: error: this stands within itself",
                        "x.yaml:2:1: error: not YAML: Expected mapping node or an anchor referencing mapping");
    }

    @Test
    void ofAliasesOfAliases_doesNotGrow() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(new YamlFile("x.yaml", wrong::add).read(laughs.toString())).isNotNull();
        assertThat(wrong).isEmpty();
    }

    @Test
    void nestedTooDeeply_isRefused() {
        assertThat(read("[".repeat(200_000))).isEmpty();
        assertThat(wrong).hasSize(1);
    }

    @Test
    void mayBeginWithABrace_andJsonKeepsItsArrows() {
        assertThat(read("{openapi: 3.1.0, paths: {}}")).isEqualTo("{openapi: 3.1.0, paths: {}}");
        assertThat(read("{\"<<\": \"*a\"}")).isEqualTo("{<<: *a}");
        assertThat(wrong).isEmpty();
    }
}
