package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Geographic databases that an operator puts beside the rules. */
class GeoTest {

    private static final int[] TEST_NET = {192, 0, 2, 0};

    @TempDir
    Path folder;

    private RuleFolder given;

    @BeforeEach
    void newFolder() throws IOException {
        given = new RuleFolder(folder);
        Files.createDirectories(folder.resolve("geo"));
        Files.write(
                folder.resolve("geo/city.mmdb"),
                new GeoFile(4)
                        .with(
                                TEST_NET,
                                24,
                                Map.of(
                                        "country", Map.of("iso_code", "DE"),
                                        "location", Map.of("latitude", 52.5, "longitude", 13.4)))
                        .with(
                                new int[] {198, 51, 100, 0},
                                24,
                                Map.of(
                                        "registered_country", Map.of("iso_code", "AU"),
                                        "location", Map.of("latitude", -33.9, "longitude", 151.2)))
                        .bytes());
        int[] documentation = new int[16];
        documentation[0] = 0x20;
        documentation[1] = 0x01;
        documentation[2] = 0x0d;
        documentation[3] = 0xb8;
        int[] mapped = new int[16];
        System.arraycopy(TEST_NET, 0, mapped, 12, 4);
        Files.write(
                folder.resolve("geo/asn.mmdb"),
                new GeoFile(6)
                        .with(documentation, 32, Map.of("autonomous_system_number", 64501L))
                        .with(mapped, 120, Map.of("autonomous_system_number", 64500L))
                        .bytes());
    }

    private static String login(String ip, String rest) {
        return "'type':'login','outcome':'failed','account':'a','ip':'" + ip + "'" + rest;
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, DE, AS64500",
        "198.51.100.7, AU, 198.51.100.0/24",
        "203.0.113.7, '', 203.0.113.0/24",
        "2001:db8::1, '', AS64501",
    })
    void givenAnAddress_thenItsCountryAndSystemAreFound(String ip, String country, String network) throws Exception {
        given.rule("Found", 50, "Login( network.country == \"" + country + "\", network.id == \"" + network + "\" )");
        try (Story story = given.story()) {
            assertThat(Story.rules(story.at("10:00:00", login(ip, "")))).containsExactly("Found");
        }
    }

    @Test
    void givenWhatTheProducerSays_thenThatCounts_andTheRestIsCompleted() throws Exception {
        given.rule(
                "Found",
                50,
                "Login( network.country == \"FR\", network.id == \"AS64500\", network.kind == \"mobile\" )");
        try (Story story = given.story()) {
            assertThat(Story.rules(
                            story.at("10:00:00", login("192.0.2.7", ",'network':{'country':'FR','kind':'mobile'}"))))
                    .containsExactly("Found");
        }
    }

    @Test
    void givenPlacesFarApart_thenTheSpeedBetweenThemIsKnown() throws Exception {
        given.rule("Travels", "travels", 50, "account", "Login( account.speed(\"login\") > 1000 )");
        try (Story story = given.story()) {
            story.at("10:00:00", login("192.0.2.7", ""));
            assertThat(Story.rules(story.at("11:00:00", login("198.51.100.7", ""))))
                    .containsExactly("Travels");
        }
    }

    @Test
    void givenTheProducersPlace_thenThatCounts() throws Exception {
        given.rule("Travels", "travels", 50, "account", "Login( account.speed(\"login\") > 1000 )");
        try (Story story = given.story()) {
            story.at("10:00:00", login("192.0.2.7", ""));
            Decision decision = story.at("11:00:00", login("198.51.100.7", ",'latitude':52.5,'longitude':13.4"));
            assertThat(decision.reasons()).extracting(Reason::rule).isEmpty();
        }
    }

    @Test
    void givenOtherFiles_thenTheyAreNoneOfThese_andAnotherDatabaseIsAnotherRuleSet() throws Exception {
        given.rule("Any", 50, "Login( failed )").file("geo/README.txt", "no database");
        String before;
        try (RuleSet rules = given.load()) {
            before = rules.id();
        }
        Files.write(folder.resolve("geo/asn.mmdb"), new GeoFile(4).bytes());
        try (RuleSet rules = given.load()) {
            assertThat(rules.id()).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "10", "100"})
    void givenABrokenFile_thenItIsAnError(int kept) throws IOException {
        Path file = folder.resolve("geo/city.mmdb");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), kept));
        assertThatThrownBy(() -> RuleSet.load(folder))
                .isInstanceOfSatisfying(InvalidRules.class, invalid -> assertThat(invalid.diagnostics())
                        .extracting(Diagnostic::toString)
                        .singleElement()
                        .asString()
                        .startsWith("geo/city.mmdb:1:1: error: no database in MaxMind's format: "));
    }

    @Test
    void givenSeveralWithTheSame_thenTheFirstByNameCounts() throws Exception {
        Files.write(
                folder.resolve("geo/b.mmdb"),
                new GeoFile(4)
                        .with(TEST_NET, 16, Map.of("country", Map.of("iso_code", "BE")))
                        .bytes());
        given.rule("First", 50, "Login( network.country == \"BE\" )");
        try (Story story = given.story()) {
            assertThat(List.of(
                            Story.rules(story.at("10:00:00", login("192.0.2.7", ""))),
                            Story.rules(story.at("10:00:00", login("192.0.3.7", "")))))
                    .containsExactly(List.of("First"), List.of("First"));
        }
    }
}
