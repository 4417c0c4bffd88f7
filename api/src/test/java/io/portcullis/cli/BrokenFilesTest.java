package io.portcullis.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken file gives one line with its place, whichever command reads it. */
class BrokenFilesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String RULE = """
            rule "Failed logins, déjà vu"
                @signal("failed-logins") @threat("OAT-007") @score(65) @entity("ip")
            when
                Login( failed, ip.count("login.failed", "10m") >= 5 )
            then
                risk.raise();
            end
            """;

    private static final String SCENARIO = """
            - scenario: Déjà vu
              given:
                - login: {account: someone, ip: 192.0.2.1, outcome: failed}
              expect:
                last: {action: ALLOW}
            """;

    private static final String ACTIVITY =
            "{\"type\":\"login\",\"occurredAt\":\"2026-01-05T09:00:00Z\",\"ip\":\"192.0.2.1\",\"account\":\"é\","
                    + "\"outcome\":\"failed\"}\n";

    private static final String OPEN_API = "openapi: 3.1.0\ninfo: {title: é}\npaths:\n  /orders: {get: {}}\n";

    private static final String LISTS = "lists:\n  - {name: own, of: user, file: lists/own.txt}\n";

    /** The folders' and files' names below the test's folder. */
    private static final String RULES = "rules";

    private static final String SCENARIOS = "scenarios";

    @TempDir
    private Path folder;

    /** What a case writes, below the test's folder. */
    @FunctionalInterface
    private interface Layout {
        void write(Path folder) throws IOException;
    }

    @BeforeEach
    void writeWhatIsFine() throws IOException {
        write(RULES + "/login/failed.drl", RULE.getBytes(UTF_8)).write(folder);
        write(SCENARIOS + "/failed.yaml", SCENARIO.getBytes(UTF_8)).write(folder);
        write("outside.drl", RULE.getBytes(UTF_8)).write(folder);
        write("outside.yaml", SCENARIO.getBytes(UTF_8)).write(folder);
    }

    private static Layout write(String file, byte[] bytes) {
        return folder -> {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        };
    }

    private static Layout write(String file, String text) {
        return write(file, text.getBytes(UTF_8));
    }

    private static Layout link(String file, String target) {
        return folder -> Files.createSymbolicLink(folder.resolve(file), Path.of(target));
    }

    private static Layout both(Layout one, Layout other) {
        return folder -> {
            one.write(folder);
            other.write(folder);
        };
    }

    private static Arguments broken(String file, String what, Layout layout, String place, String message) {
        return Arguments.of(file, what, layout, place, message);
    }

    private static Stream<Arguments> encodings(String file, String text, Layout beside) {
        byte[] cut = (text.strip() + " é").getBytes(UTF_8);
        return Stream.of(
                broken(file, "Latin-1", both(beside, write(file, text.getBytes(ISO_8859_1))), "", "not UTF-8 text"),
                broken(file, "UTF-16", both(beside, write(file, text.getBytes(UTF_16))), "1:1", "UTF-16"),
                broken(
                        file,
                        "UTF-16 without a mark",
                        both(beside, write(file, text.getBytes(UTF_16LE))),
                        "1:1",
                        "UTF-16"),
                broken(
                        file,
                        "cut within a character",
                        both(beside, write(file, Arrays.copyOf(cut, cut.length - 1))),
                        "",
                        "not UTF-8 text"));
    }

    private static Stream<Arguments> encodings(String file, String text) {
        return encodings(file, text, folder -> {});
    }

    private static Arguments rule(String what, String drl, String place, String message) {
        String file = RULES + "/broken.drl";
        return broken(file, what, write(file, drl), place, message);
    }

    private static Arguments linked(String file, String what, String target, String message) {
        return broken(file, what, link(file, target), "1:1", message);
    }

    static Stream<Arguments> rules() {
        String other = RULE.replace("Failed logins", "Other");
        return Stream.of(
                        encodings(RULES + "/broken.drl", other),
                        Stream.of("endpoints", "clients", "probes", "calendar", "rate-limits", "crawlers", "apps")
                                .flatMap(name -> encodings(RULES + "/" + name + ".yaml", "# é\nnothing: here\n")),
                        encodings(RULES + "/lists.yaml", "# é\n" + LISTS, write(RULES + "/lists/own.txt", "a\n")),
                        encodings(RULES + "/lists/own.txt", "anna\nbé\n", write(RULES + "/lists.yaml", LISTS)),
                        Stream.of(
                                rule("no end", other.replace("end\n", "") + RULE, "1:1", "\"end\""),
                                rule("no end at all", other.replace("end\n", ""), "", "end"),
                                rule("an open quote", other.replace("10m\"", "10m"), "4:45", "does not end"),
                                rule("an open comment", other + "/* and so on", "8:1", "comment does not end"),
                                rule("smart quotes", other.replace("\"10m\"", "“10m\""), "4:45", "\"“\" comes from"),
                                rule("a no-break space", other.replace("Login( ", "Login(\u00A0"), "4:11", "U+00A0"),
                                rule(
                                        "deep nesting",
                                        other.replace("failed,", "(".repeat(9000) + "failed" + ")".repeat(9000) + ","),
                                        "",
                                        "nested too deeply"),
                                rule(
                                        "ruleflow-group",
                                        other.replace("when", "ruleflow-group \"a\" when"),
                                        "1:1",
                                        "only"),
                                rule("agenda-group", other.replace("when", "agenda-group \"a\" when"), "1:1", "only"),
                                rule("a huge number", other.replace(">= 5", ">= " + "9".repeat(5000)), "", "number"),
                                linked(RULES + "/link.drl", "leads out", "../outside.drl", "leads out of"),
                                linked(RULES + "/link.drl", "leads nowhere", "nothing.drl", "leads nowhere"),
                                linked(RULES + "/link.drl", "leads to itself", "link.drl", "leads nowhere"),
                                linked(RULES + "/more", "a folder that leads out", "../" + SCENARIOS, "leads out of"),
                                linked(RULES + "/calendar.yaml", "leads out", "../outside.yaml", "leads out of"),
                                linked(RULES + "/calendar.yaml", "leads nowhere", "nothing", "leads nowhere"),
                                broken(
                                        RULES + "/own.txt",
                                        "leads out",
                                        both(
                                                write(RULES + "/lists.yaml", LISTS.replace("lists/own", "own")),
                                                link(RULES + "/own.txt", "../outside.yaml")),
                                        "1:1",
                                        "leads out of"),
                                broken(
                                        RULES + "/own.txt",
                                        "leads to itself",
                                        both(
                                                write(RULES + "/lists.yaml", LISTS.replace("lists/own", "own")),
                                                link(RULES + "/own.txt", "own.txt")),
                                        "1:1",
                                        "leads nowhere"),
                                broken(
                                        RULES + "/endpoints.yaml",
                                        "deep nesting",
                                        write(RULES + "/endpoints.yaml", "endpoints: " + "[".repeat(20_000)),
                                        "",
                                        "nested too deeply"),
                                broken(
                                        RULES + "/endpoints.yaml",
                                        "deep JSON",
                                        write(RULES + "/endpoints.yaml", "{\"endpoints\": " + "[".repeat(20_000)),
                                        "",
                                        "not JSON"),
                                broken(
                                        RULES + "/rate-limits.yaml",
                                        "a huge number",
                                        write(
                                                RULES + "/rate-limits.yaml",
                                                "limits:\n  - {per: ip, sensitivity: high, most: " + "9".repeat(50)
                                                        + ", window: 1m, score: 30}\n"),
                                        "",
                                        ""),
                                broken(
                                        RULES + "/geo/broken.mmdb",
                                        "no database",
                                        write(RULES + "/geo/broken.mmdb", "nothing"),
                                        "1:1",
                                        "no database")))
                .flatMap(each -> each);
    }

    static Stream<Arguments> bounds() {
        String many = IntStream.range(0, 30_000)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("\", \"", "account.id in (\"", "\")"));
        return Stream.of(
                broken(
                        RULES + "/endpoints.yaml",
                        "70 MB",
                        write(RULES + "/endpoints.yaml", new byte[70_000_000]),
                        "1:1",
                        "larger than 8 MiB"),
                broken(
                        RULES + "/lists/own.txt",
                        "100 MB",
                        both(
                                write(RULES + "/lists.yaml", LISTS),
                                write(RULES + "/lists/own.txt", new byte[100_000_000])),
                        "1:1",
                        "larger than 64 MiB"),
                broken(
                        RULES + "/broken.drl",
                        "2 MB",
                        write(RULES + "/broken.drl", new byte[2_000_000]),
                        "1:1",
                        "larger than 1 MiB"),
                rule(
                        "a huge in",
                        RULE.replace("Failed logins", "Other").replace("failed,", many + ","),
                        "",
                        "at most 100 literals"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bounds")
    void tooLarge(String file, String what, Layout layout, String place, String message) throws IOException {
        ofRules(file, what, layout, place, message);
    }

    @Test
    void givenTooManyFiles_thenOneLineSaysSo() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            write(RULES + "/f" + i + ".drl", "").write(folder);
        }

        Cli check = run("check", folder.resolve(RULES));

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out().lines()).singleElement().asString().contains("more than 1000 files of this kind");
    }

    @Test
    void givenTooManyRules_thenOneLineSaysSo() throws IOException {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            rules.append(RULE.replace("Failed logins", "Rule " + i));
        }
        write(RULES + "/many.drl", rules.toString()).write(folder);

        Cli check = run("check", folder.resolve(RULES));

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out().lines()).singleElement().asString().contains("more than 2000 rules");
    }

    static Stream<Arguments> catalogues() {
        return rules().filter(each -> each.get()[0].equals(RULES + "/endpoints.yaml"));
    }

    static Stream<Arguments> scenarios() {
        String file = SCENARIOS + "/broken.yaml";
        return Stream.concat(
                encodings(file, SCENARIO),
                Stream.of(
                        broken(file, "deep nesting", write(file, "[".repeat(20_000)), "", "nested"),
                        broken(file, "deep nesting in blocks", write(file, "- ".repeat(20_000) + "x\n"), "", "nested"),
                        broken(
                                file,
                                "a huge number of times",
                                write(
                                        file,
                                        SCENARIO.replace(
                                                "  expect:", "      repeat: " + "9".repeat(30) + "\n  expect:")),
                                "",
                                "\"repeat\" must be a number"),
                        broken(
                                file,
                                "a number of 5,000 digits",
                                write(file, SCENARIO.replace("192.0.2.1", "9".repeat(5000))),
                                "",
                                ""),
                        broken(
                                file,
                                "a huge status",
                                write(
                                        file,
                                        SCENARIO.replace(
                                                "login: {account: someone, ip: 192.0.2.1, outcome: failed}",
                                                "api-request: {ip: 192.0.2.1, method: GET, path: /, status: 1e999999999}")),
                                "",
                                "status"),
                        broken(
                                file,
                                "a start beyond time",
                                write(
                                        file,
                                        SCENARIO.replace("  given:", "  start: +999999999-12-31T23:59:59Z\n  given:")),
                                "",
                                "start"),
                        broken(file, "an open quote", write(file, "- scenario: \"x\n"), "", "malformed YAML"),
                        broken(file, "an alias", write(file, "- &a [*a]\n"), "", "alias"),
                        linked(file, "leads out", "../outside.yaml", "leads out of"),
                        linked(file, "leads nowhere", "nothing.yaml", "leads nowhere"),
                        linked(file, "leads to itself", "broken.yaml", "leads nowhere"),
                        linked(SCENARIOS + "/more", "a folder that leads out", "../" + RULES, "leads out of")));
    }

    static Stream<Arguments> openApi() {
        String file = "api.yaml";
        return Stream.concat(
                encodings(file, OPEN_API),
                Stream.of(
                        broken(file, "deep nesting", write(file, "openapi: " + "[".repeat(20_000)), "", "nested"),
                        broken(file, "an open quote", write(file, "openapi: \"3\npaths: {}\n"), "", "not YAML"),
                        broken(file, "nothing", write(file, ""), "1:1", ""),
                        broken(file, "a list", write(file, "[]"), "1:1", "fields"),
                        broken(
                                file,
                                "a reference to a folder",
                                write(file, OPEN_API.replace("{get: {}}", "{$ref: rules}")),
                                "4:19",
                                "there is no file"),
                        broken(
                                file,
                                "a reference to a path that no system has",
                                write(file, OPEN_API.replace("{get: {}}", "{$ref: \"a\\0b.yaml\"}")),
                                "4:19",
                                "there is no file")));
    }

    static Stream<Arguments> histories() {
        String file = "history.ndjson";
        return Stream.concat(
                encodings(file, ACTIVITY).filter(each -> each.get()[1].equals("UTF-16")),
                Stream.of(
                        broken(file, "Latin-1", write(file, ACTIVITY.getBytes(ISO_8859_1)), "1", "Invalid UTF-8"),
                        broken(file, "deep nesting", write(file, "[".repeat(20_000) + "\n"), "1", ""),
                        broken(
                                file,
                                "a huge number",
                                write(file, ACTIVITY.replace("\"é\"", "9".repeat(5000))),
                                "1",
                                ""),
                        broken(
                                file,
                                "an offset that no place has",
                                write(file, ACTIVITY.replace("Z", "-25:00")),
                                "1",
                                "occurredAt"),
                        broken(file, "no JSON", write(file, "type: login\n"), "1", "")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void ofRules(String file, String what, Layout layout, String place, String message) throws IOException {
        layout.write(folder);
        Path rules = folder.resolve(RULES);
        Path history = Files.writeString(folder.resolve("history.ndjson"), ACTIVITY);

        Cli check = run("check", rules);
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.err()).isEmpty();
        assertOneLine(check.out().lines().toList(), file, place, message);
        for (Cli other : List.of(
                run("test", folder.resolve(SCENARIOS), "--rules", rules), run("replay", history, "--rules", rules))) {
            assertThat(other.status()).isEqualTo(2);
            assertThat(other.err()).startsWith("portcullis: the rules may not run:\n");
            assertOneLine(other.err().lines().skip(1).toList(), file, place, message);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("catalogues")
    void ofTheCatalogueBesideAnOpenApiFile(String file, String what, Layout layout, String place, String message)
            throws IOException {
        layout.write(folder);
        Path openApi = Files.writeString(folder.resolve("api.yaml"), OPEN_API);

        Cli imported = run("endpoints", "import", openApi, "--rules", folder.resolve(RULES));

        assertThat(imported.status()).isEqualTo(2);
        assertThat(imported.out()).isEmpty();
        assertOneLine(imported.err().lines().skip(1).toList(), file, place, message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("scenarios")
    void ofScenarios(String file, String what, Layout layout, String place, String message) throws IOException {
        layout.write(folder);

        Cli test = run("test", folder.resolve(SCENARIOS), "--rules", folder.resolve(RULES));

        assertThat(test.status()).isEqualTo(1);
        assertThat(test.err()).startsWith("portcullis: the scenarios cannot be read:\n");
        assertOneLine(test.err().lines().skip(1).toList(), file, place, message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("openApi")
    void ofOpenApi(String file, String what, Layout layout, String place, String message) throws IOException {
        layout.write(folder);

        Cli imported = run("endpoints", "import", folder.resolve(file));

        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.out()).isEmpty();
        assertOneLine(imported.err().lines().toList(), file, place, message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("histories")
    void ofHistory(String file, String what, Layout layout, String place, String message) throws IOException {
        layout.write(folder);

        Object history = folder.resolve(file);
        for (Cli read : List.of(
                run("replay", history, "--rules", folder.resolve(RULES)),
                run("import", history, "--to", "http://127.0.0.1:1", "--key", "none"))) {
            assertThat(read.status()).isEqualTo(1);
            assertThat(read.err().lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith(history + ":1: ")
                    .contains(message);
        }
    }

    private static Cli run(Object... arguments) {
        return Assertions.assertTimeoutPreemptively(LIMIT, () -> Cli.run(arguments));
    }

    /** @param place empty where any will do */
    private void assertOneLine(List<String> lines, String file, String place, String message) {
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .matches("\\Q" + folder.resolve(file) + "\\E:" + (place.isEmpty() ? "\\d+:\\d+" : place)
                        + ": error: [^\\p{Cntrl}]{3,400}")
                .contains(message);
    }
}
