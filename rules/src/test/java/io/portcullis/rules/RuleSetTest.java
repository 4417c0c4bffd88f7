package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of rules and reference data, loaded. */
class RuleSetTest {

    private static final String RULE = """
            rule "A" @signal("a") @threat("API1") @score(50) @entity("ip")
            when Login( failed ) then risk.raise(); end
            """;

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void newFolder() {
        given = new RuleFolder(folder);
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        assertThatThrownBy(() -> RuleSet.load(folder))
                .isInstanceOfSatisfying(InvalidRules.class, invalid -> invalid.diagnostics()
                        .forEach(diagnostic -> errors.add(diagnostic.toString())));
        return errors;
    }

    @Nested
    @DisplayName("Its folder")
    class ItsFolder {

        @Test
        void givenSubFolders_thenTheirRulesAreFound_andTheFirstIsTheFamily() throws Exception {
            given.file("top.drl", RULE.replace("\"A\"", "\"Top\""))
                    .file("login/b.drl", RULE)
                    .file("login/deep/c.drl", RULE.replace("\"A\"", "\"Deep\""))
                    .file("notes.txt", "no rule");
            try (RuleSet rules = given.load()) {
                assertThat(rules.rules())
                        .extracting(Rule::name, Rule::family, Rule::file)
                        .containsExactly(
                                tuple("A", "login", "login/b.drl"),
                                tuple("Deep", "login", "login/deep/c.drl"),
                                tuple("Top", "", "top.drl"));
            }
        }

        @Test
        void givenNoSuchFolder_thenItIsSaid() {
            assertThatThrownBy(() -> RuleSet.load(folder.resolve("none")))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("there is no such folder of rules");
        }

        @Test
        void givenErrorsInSeveralFiles_thenAllAreTold_inTheOrderOfFilesAndLines() {
            given.file("b.drl", "import java.util.List;\n" + RULE.replace("failed", "faild"))
                    .file("a.drl", RULE.replace("failed", "failled"));
            assertThat(errors())
                    .containsExactly(
                            "a.drl:2:13: error: Login has no \"failled\"; did you mean \"failed\"?",
                            "b.drl:1:1: error: a rule needs no import: its vocabulary is there",
                            "b.drl:2:1: error: there is a rule of this name already, in a.drl",
                            "b.drl:3:13: error: Login has no \"faild\"; did you mean \"failed\"?");
        }

        @Test
        void givenLineEndsOfWindows_andAByteOrderMark_thenRulesReadAsEver() throws Exception {
            given.file("a.drl", "\uFEFF" + RULE.replace("\n", "\r\n"));
            try (RuleSet rules = given.load()) {
                assertThat(rules.rules()).hasSize(1);
            }
            given.file("a.drl", ("// comment\n" + RULE.replace("failed", "faild")).replace("\n", "\r\n"));
            assertThat(errors()).singleElement().asString().startsWith("a.drl:3:13: error: ");
        }

        @Test
        void givenAFileThatIsNotUtf8_thenItsFirstWrongByteIsNamed() throws IOException {
            Files.write(folder.resolve("a.drl"), "// one\nrule \"é\"".getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> RuleSet.load(folder))
                    .isInstanceOf(InvalidRules.class)
                    .hasMessage(
                            "a.drl:2:7: error: the file is not UTF-8 text: here is the byte 0xE9. Save it as UTF-8");
        }

        @Test
        void givenTheShippedRules_thenTheyAreSound() throws Exception {
            try (RuleSet rules = RuleSet.shipped()) {
                assertThat(rules.rules())
                        .hasSizeGreaterThanOrEqualTo(9)
                        .allSatisfy(rule ->
                                assertThat(rule.description()).as(rule.name()).isNotEmpty());
            }
        }
    }

    @Nested
    @DisplayName("Its identifier")
    class ItsIdentifier {

        private String id() throws InvalidRules {
            try (RuleSet rules = given.load()) {
                return rules.id();
            }
        }

        @Test
        void givenTheSameFiles_thenItIsTheSame_andAnyChangeChangesIt() throws Exception {
            Set<String> ids = new TreeSet<>();
            given.file("a.drl", RULE);
            ids.add(id());
            assertThat(id()).isEqualTo(ids.iterator().next()).matches("[0-9a-f]{32}");

            given.file("a.drl", RULE + " ");
            ids.add(id());
            given.file("a.drl", RULE.replace("50", "51"));
            ids.add(id());
            Files.move(folder.resolve("a.drl"), folder.resolve("b.drl"));
            ids.add(id());
            given.file("c.drl", "// nothing\n");
            ids.add(id());
            given.file("endpoints.yaml", "endpoints: []\n");
            ids.add(id());
            given.file("endpoints.yaml", "endpoints: []\n#\n");
            ids.add(id());
            given.file("clients.yaml", "programs: []\n");
            ids.add(id());
            given.file("crawlers.yaml", "crawlers: []\n");
            ids.add(id());
            given.file("apps.yaml", "apps: []\n#\n");
            ids.add(id());
            given.file("lists.yaml", "lists: [{name: bad, of: device, file: bad.txt}]\n")
                    .file("bad.txt", "d-1\n");
            ids.add(id());
            given.file("bad.txt", "d-2\n");
            ids.add(id());
            assertThat(ids).hasSize(12);
            given.file("notes.txt", "nothing that is read\n");
            ids.add(id());
            assertThat(ids).hasSize(12);
        }

        @Test
        void givenTextThatMovesFromOneFileToTheNext_thenItChanges() throws Exception {
            given.file("a.drl", "// x\n").file("b.drl", "// y\n");
            String before = id();
            given.file("a.drl", "// x\n// y\n").file("b.drl", "");
            assertThat(id()).isNotEqualTo(before);
        }
    }

    @Nested
    @DisplayName("Its reference data")
    class ItsReferenceData {

        @ParameterizedTest
        @CsvSource(
                delimiterString = " => ",
                quoteCharacter = '\0',
                value = {
                    "{method: GET, path: /a, purpose: detail, sensitivity: lwo}"
                            + " => endpoints.yaml:3:59: error: unknown sensitivity \"lwo\", known are high, low, medium",
                    "{method: GET, path: /a, purpose: reading, sensitivity: low}"
                            + " => endpoints.yaml:3:38: error: unknown purpose \"reading\", known are account, admin,",
                    "{method: GET, path: a, purpose: detail, sensitivity: low}"
                            + " => endpoints.yaml:3:25: error: a path must begin with /",
                    "{method: GET, path: '', purpose: detail, sensitivity: low}"
                            + " => endpoints.yaml:3:25: error: \"path\" must be a text, and not empty",
                    "{method: FETCH, path: /a, purpose: detail, sensitivity: low}"
                            + " => endpoints.yaml:3:14: error: unknown method \"FETCH\", known are DELETE, GET,",
                    "{path: /a, purpose: detail, sensitivity: low} => endpoints.yaml:3:5: error: \"method\" is missing",
                    "{method: GET, purpose: detail, sensitivity: low} => endpoints.yaml:3:5: error: \"path\" is missing",
                    "{method: GET, path: /a, sensitivity: low} => endpoints.yaml:3:5: error: \"purpose\" is missing",
                    "{method: GET, path: /a, purpose: detail} => endpoints.yaml:3:5: error: \"sensitivity\" is missing",
                    "{method: GET, path: /a, purpose: detail, sensitivity: low, sens: x}"
                            + " => endpoints.yaml:3:70: error: unknown field \"sens\", known are method, path,",
                    "{method: GET, path: , purpose: detail, sensitivity: low}"
                            + " => endpoints.yaml:3:19: error: \"path\" must be a text, and not empty",
                    "{method: GET, path: /a, path: /b, purpose: detail, sensitivity: low}"
                            + " => endpoints.yaml:3:35: error: \"path\" stands here twice",
                    "hello => endpoints.yaml:3:5: error: here should stand fields, name: value",
                    "{method: GET => endpoints.yaml:3:5: error: not YAML: while parsing a flow mapping, expected",
                })
        void givenABadEndpoint_thenItsLineIsTold(String endpoint, String start) {
            given.file("endpoints.yaml", "# comment\nendpoints:\n  - " + endpoint + "\n");
            assertThat(errors()).first().asString().startsWith(start);
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " => ",
                quoteCharacter = '\0',
                value = {
                    "login: {purpose: logging, sensitivity: high} => endpoints.yaml:2:20: error: unknown purpose",
                    "login: {purpose: login, sensitivity: higher} => endpoints.yaml:2:40: error: unknown sensitivity",
                    "login: {purpose: login} => endpoints.yaml:2:10: error: \"sensitivity\" is missing",
                    "login: ~ => endpoints.yaml:2:10: error: here should stand fields, name: value",
                })
        void givenABadWord_thenItsLineIsTold(String word, String start) {
            given.file("endpoints.yaml", "words:\n  " + word + "\n");
            assertThat(errors()).first().asString().startsWith(start);
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " => ",
                quoteCharacter = '\0',
                value = {
                    "programs: [{name: x, kind: robot}] => clients.yaml:1:28: error: unknown kind \"robot\"",
                    "programs: [{kind: library}] => clients.yaml:1:12: error: \"name\" is missing",
                    "programs: [{name: x}] => clients.yaml:1:12: error: \"kind\" is missing",
                    "programs: [{name: x, kind: library, token: ''}] => clients.yaml:1:44: error: \"token\" must be",
                    "programs: [{name: x, kind: library, token: [a, '']}] => clients.yaml:1:48: error: here should stand a text",
                    "programs: [{name: x, kind: library, product: {a: b}}] => clients.yaml:1:46: error: \"product\" must be",
                    "declared: {browser: [bot]} => clients.yaml:1:21: error: unknown field \"browser\", known are crawler,",
                    "declared: {crawler: bot} => clients.yaml:1:21: error: here should stand a list",
                    "programs: [{name: '', kind: library}] => clients.yaml:1:19: error: \"name\" must be a text",
                    "programs: {name: x} => clients.yaml:1:11: error: here should stand a list",
                    "programs: x => clients.yaml:1:11: error: here should stand a list",
                    "programms: [] => clients.yaml:1:12: error: unknown field \"programms\", known are declared,",
                    "https: yes => clients.yaml:1:8: error: here should stand true or false",
                    "oldest: {Chrome: new} => clients.yaml:1:18: error: here should stand a major version, 1 to 9999",
                    "headers: {robot: [Accept]} => clients.yaml:1:18: error: unknown field \"robot\", known are app, automation",
                    "programs: [{name: x, kind: browser, families: [[]]}] => clients.yaml:1:48: error: here should stand a text",
                    "[1, 2] => clients.yaml:1:1: error: here should stand fields, name: value",
                })
        void givenABadClient_thenItsLineIsTold(String clients, String start) {
            given.file("clients.yaml", clients + "\n");
            assertThat(errors()).first().asString().startsWith(start);
        }

        @ParameterizedTest
        @CsvSource({"endpoints.yaml", "clients.yaml", "crawlers.yaml", "apps.yaml", "lists.yaml"})
        void givenAnEmptyFile_thenItIsAnError(String name) {
            given.file(name, "# nothing\n");
            assertThat(errors()).singleElement().asString().startsWith(name + ":1:1: error: the file is empty");
        }

        @Test
        void givenNone_thenTheShippedOnesServe() throws Exception {
            given.rule("Export", 50, "ApiRequest( endpoint.purpose == \"export\", client.automated )");
            try (Story story = given.story()) {
                assertThat(story.at(
                                        "10:00:00",
                                        "'type':'api-request','path':'/export','userAgent':'curl/8','ip':'192.0.2.1'")
                                .reasons())
                        .hasSize(1);
            }
        }
    }

    @Test
    void givenInvalidRules_thenTheMessageSaysAllOfIt() {
        given.file("a.drl", RULE.replace("failed", "faild"));
        assertThatThrownBy(() -> RuleSet.load(folder))
                .asInstanceOf(type(InvalidRules.class))
                .satisfies(invalid -> assertThat(invalid.getMessage())
                        .isEqualTo("a.drl:2:13: error: Login has no \"faild\"; did you mean \"failed\"?"));
    }
}
