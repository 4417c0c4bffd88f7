package io.portcullis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing has one meaning, however it is spelt, before any rule sees it. */
class OneMeaningTest {

    private RuleFolder given;

    @BeforeEach
    void folder(@TempDir Path folder) {
        given = new RuleFolder(folder);
    }

    @Nested
    @DisplayName("An address of IPv6")
    class AnAddress {

        private static final String LOGIN = "'type':'login','outcome':'failed','account':'a','ip':'%s'";

        private Story story() throws InvalidRules {
            return given.rule("Third", 50, "Login( ip.count(\"login.failed\", \"1h\") >= 3 )")
                    .rule("From two", "from-two", 50, "account", "Login( account.distinct(\"ip\", \"1h\") >= 2 )")
                    .rule("New", "new", 50, "account", "Login( account.isNew(\"ip\", \"1h\") )")
                    .story();
        }

        @Test
        void givenThatItChangesWithinItsLine_thenItIsOneSource_andIsItselfAccused() throws InvalidRules {
            try (Story story = story()) {
                story.at("10:00:00", LOGIN.formatted("2001:db8:5:6::77"));
                assertThat(Story.rules(story.at("10:00:01", LOGIN.formatted("2001:db8:5:6:a:b:c:d"))))
                        .isEmpty();

                Decision third = story.at("10:00:02", LOGIN.formatted("[2001:db8:5:6::78]:443"));

                assertThat(third.reasons()).extracting(Reason::rule).containsExactly("Third");
                assertThat(third.reasons().get(0).entity()).isEqualTo(new EntityRef(EntityKind.IP, "2001:db8:5:6::78"));
            }
        }

        @Test
        void givenAnotherLine_thenItIsAnotherSource() throws InvalidRules {
            try (Story story = story()) {
                story.at("10:00:00", LOGIN.formatted("2001:db8:5:6::77"));
                assertThat(Story.rules(story.at("10:00:01", LOGIN.formatted("2001:db8:5:7::77"))))
                        .containsExactly("From two", "New");
            }
        }

        @Test
        void givenACheckpoint_thenTheSourceIsStillKnown() throws InvalidRules, IOException {
            try (Story story = story();
                    Story restored = new Story(story.ruleSet())) {
                story.at("10:00:00", LOGIN.formatted("2001:db8:5:6::77"));
                story.at("10:00:01", LOGIN.formatted("2001:db8:5:6::78"));
                ByteArrayOutputStream saved = new ByteArrayOutputStream();
                story.engine().save(new DataOutputStream(saved));
                restored.engine().restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

                Decision decision = restored.at("10:00:02", LOGIN.formatted("2001:db8:5:6::79"));

                assertThat(Story.rules(decision)).containsExactly("Third");
                story.at("10:00:02", LOGIN.formatted("2001:db8:5:6::79"));
                assertThat(restored.engine().memoryHash())
                        .isEqualTo(story.engine().memoryHash());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"2001:db8::1:5", "2001:DB8:0:7::5", "2001:0db8:0000::5", "[2001:db8::5]:443"})
        void givenAnySpelling_thenItsNetworkHasOneName(String ip) throws InvalidRules {
            try (Story story = given.rule("Named", 50, "Login( network.id == \"2001:db8::/48\" )")
                    .story()) {
                assertThat(Story.rules(story.at("10:00:00", LOGIN.formatted(ip))))
                        .containsExactly("Named");
            }
        }

        @Test
        void givenIpv4WithinIt_thenItIsOfIpv4() throws InvalidRules {
            try (Story story = story()) {
                story.at("10:00:00", LOGIN.formatted("192.0.2.1"));
                story.at("10:00:01", LOGIN.formatted("::ffff:192.0.2.1"));
                assertThat(Story.rules(story.at("10:00:02", LOGIN.formatted("::ffff:c000:201"))))
                        .containsExactly("Third");
            }
        }
    }

    @Nested
    @DisplayName("A country")
    class ACountry {

        private static final String LOGIN = "'type':'login','outcome':'succeeded','account':'a','ip':'192.0.2.1'";

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "DE, DE, ''",
                    "de, DE, ''",
                    "' de ', DE, ''",
                    "UK, GB, ''",
                    "XK, XK, ''",
                    "'', '', ''",
                    "'-', '', ''",
                    "XX, '', ''",
                    "zz, '', ''",
                    "EU, '', ''",
                    "DEU, '', ''",
                    "Germany, '', ''",
                    "T1, '', tor",
                })
        void givenItsCode_thenRulesSeeOneForm(String code, String country, String kind) throws InvalidRules {
            given.rule(
                    "Seen", 50, "Login( network.country == \"%s\", network.kind == \"%s\" )".formatted(country, kind));
            try (Story story = given.story()) {
                assertThat(Story.rules(story.at("10:00:00", LOGIN + ",'network':{'country':'" + code + "'}")))
                        .containsExactly("Seen");
            }
        }

        @Test
        void givenNone_thenItIsNoNewOne() throws InvalidRules {
            given.rule("New", "new", 50, "account", "Login( account.isNew(\"country\", \"1h\") )")
                    .rule("Two", "two", 50, "account", "Login( account.distinct(\"country\", \"1h\") >= 2 )")
                    .rule("Switch", "switch", 50, "account", "Login( account.switches(\"country\", \"1h\") >= 1 )");
            try (Story story = given.story()) {
                story.at("10:00:00", LOGIN + ",'network':{'country':'DE'}");
                for (String code : List.of("de", "", "-", "XX", "ZZ", "T1", "Germany")) {
                    assertThat(Story.rules(story.at("10:00:01", LOGIN + ",'network':{'country':'" + code + "'}")))
                            .as(code)
                            .isEmpty();
                }
                assertThat(Story.rules(story.at("10:00:02", LOGIN + ",'network':{'country':'FR'}")))
                        .contains("New", "Two");
            }
        }

        @Test
        void givenThatTheProducerNamesTheKind_thenThatCounts() throws InvalidRules {
            given.rule("Vpn", 50, "Login( network.kind == \"vpn\" )");
            try (Story story = given.story()) {
                assertThat(Story.rules(story.at("10:00:00", LOGIN + ",'network':{'country':'T1','kind':'vpn'}")))
                        .containsExactly("Vpn");
            }
        }
    }

    @Nested
    @DisplayName("A place")
    class APlace {

        private static final String LOGIN =
                "'type':'login','outcome':'succeeded','account':'a','ip':'192.0.2.1','latitude':%s,'longitude':%s";

        @ParameterizedTest
        @CsvSource({"0, 0", "0.0, -0.0", "91, 16", "48, 181", "-999, -999"})
        void givenNone_thenNobodyTravels(String latitude, String longitude) throws InvalidRules {
            given.rule("Travels", "travels", 50, "account", "Login( account.speed(\"login\") > 500 )");
            try (Story story = given.story()) {
                story.at("10:00:00", LOGIN.formatted("48.2", "16.4"));
                assertThat(Story.rules(story.at("10:10:00", LOGIN.formatted(latitude, longitude))))
                        .isEmpty();
                assertThat(Story.rules(story.at("10:20:00", LOGIN.formatted("48.2", "16.4"))))
                        .isEmpty();
                assertThat(Story.rules(story.at("10:30:00", LOGIN.formatted("0", "51.5"))))
                        .containsExactly("Travels");
            }
        }
    }

    @Nested
    @DisplayName("An amount")
    class AnAmount {

        private static final String CHARGE = "'type':'payment','outcome':'approved','kind':'charge','account':'a',"
                + "'ip':'192.0.2.1','amount':%s,'currency':'%s'";

        private Story story() throws InvalidRules {
            return given.rule(
                            "Half of all",
                            "half",
                            50,
                            "account",
                            "Payment( account.count(\"payment\", \"30d\") >= 4,"
                                    + " amount >= 0.5 * account.sum(\"amount\", \"payment\", \"30d\") )")
                    .rule(
                            "Thousand",
                            "thousand",
                            50,
                            "account",
                            "Activity( account.sum(\"amount\", \"payment\", \"30d\") >= 1000 )")
                    .story();
        }

        private static List<String> pays(Story story, int day, String amount, String currency) {
            return Story.rules(story.on("2026-01-%02d".formatted(day), CHARGE.formatted(amount, currency)));
        }

        private static void habit(Story story) {
            for (int day = 1; day <= 6; day++) {
                assertThat(pays(story, day, String.valueOf(24 + day), day % 2 == 0 ? "EUR" : "eur"))
                        .isEmpty();
            }
        }

        @Test
        void givenAHabitInAnotherCurrency_thenThereIsNothingToCompareItWith() throws InvalidRules {
            try (Story story = story()) {
                habit(story);
                assertThat(pays(story, 7, "4500", "JPY")).isEmpty();
                assertThat(pays(story, 7, "600", "JPY")).isEmpty();
                assertThat(pays(story, 8, "90000", "KRW")).isEmpty();
                assertThat(pays(story, 9, "28", "EUR")).isEmpty();
            }
        }

        @Test
        void givenAHabitInItsCurrency_thenItIsCompared() throws InvalidRules {
            try (Story story = story()) {
                habit(story);
                pays(story, 7, "4500", "JPY");
                assertThat(pays(story, 8, "450", "EUR")).containsExactly("Half of all");
                assertThat(pays(story, 9, "600", " eur ")).contains("Thousand");
            }
        }

        @Test
        void givenASmallOneInAnotherCurrencyBefore_thenTheLargeOnesAreSummed() throws InvalidRules {
            try (Story story = story()) {
                pays(story, 1, "1", "JPY");
                pays(story, 1, "1", "KRW");
                assertThat(pays(story, 1, "600", "EUR")).isEmpty();
                assertThat(pays(story, 1, "600", "EUR")).contains("Thousand");
            }
        }

        @Test
        void givenThatTheHabitHasRunOut_thenAnotherBegins() throws InvalidRules {
            try (Story story = story()) {
                habit(story);
                String charge = CHARGE.formatted("600", "USD");
                assertThat(Story.rules(story.on("2026-03-01", charge))).isEmpty();
                assertThat(Story.rules(story.on("2026-03-02", charge))).containsExactly("Thousand");
            }
        }

        @Test
        void givenAnActivityWithoutAmount_thenItAsksInTheCurrencyThatIsUsedMost() throws InvalidRules {
            try (Story story = story()) {
                pays(story, 1, "600", "EUR");
                pays(story, 2, "600", "EUR");
                pays(story, 3, "1", "USD");
                String login = "'type':'login','outcome':'failed','account':'a','ip':'192.0.2.1'";
                assertThat(Story.rules(story.on("2026-01-04", login))).containsExactly("Thousand");
            }
        }

        @Test
        void givenNoCurrency_thenItIsOneOfItsOwn() throws InvalidRules {
            String charge = "'type':'payment','outcome':'approved','kind':'charge','account':'a','ip':'192.0.2.1',"
                    + "'amount':600";
            try (Story story = story()) {
                story.on("2026-01-01", charge);
                assertThat(Story.rules(story.on("2026-01-02", charge))).containsExactly("Thousand");
            }
        }

        @Test
        void givenThatAnotherCurrencyWasAsked_thenTheEvidenceSaysSo() throws InvalidRules {
            given.rule(
                    "Either",
                    "either",
                    50,
                    "account",
                    "Payment( account.sum(\"amount\", \"payment\", \"30d\") > 1000 || currency == \"JPY\" )");
            try (Story story = given.story()) {
                habit(story);
                Decision decision = story.on("2026-01-07", CHARGE.formatted("4500", "jpy"));
                assertThat(Story.evidence(decision))
                        .contains(entry("sum amount, payment, 30d", "in another currency"), entry("currency", "JPY"));
            }
        }

        @Test
        void givenCurrencies_thenTheyCanBeCounted() throws InvalidRules {
            given.rule("Two", "two", 50, "account", "Payment( account.distinct(\"currency\", \"30d\") == 2 )");
            try (Story story = given.story()) {
                habit(story);
                assertThat(pays(story, 7, "4500", "JPY")).containsExactly("Two");
            }
        }

        @Test
        void givenACheckpoint_thenItGoesOnAsTheMemoryThatWroteIt() throws InvalidRules, IOException {
            try (Story story = story();
                    Story restored = new Story(story.ruleSet())) {
                habit(story);
                pays(story, 7, "4500", "JPY");
                ByteArrayOutputStream saved = new ByteArrayOutputStream();
                story.engine().save(new DataOutputStream(saved));
                restored.engine().restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
                for (Story either : List.of(story, restored)) {
                    assertThat(pays(either, 8, "600", "JPY")).isEmpty();
                    assertThat(pays(either, 9, "1000", "CHF")).isEmpty();
                    assertThat(pays(either, 10, "900", "EUR")).contains("Half of all", "Thousand");
                }
                assertThat(restored.engine().memoryHash())
                        .isEqualTo(story.engine().memoryHash());
            }
        }
    }

    @Nested
    @DisplayName("A session that nobody names")
    class AMissingSession {

        private static final String REQUEST =
                "'type':'api-request','method':'GET','path':'/a','status':200,'ip':'192.0.2.1','userAgent':'%s'";

        private Story story() throws InvalidRules {
            return given.rule("Six", 50, "ApiRequest( session.count(\"request\", \"1h\") >= 6 )")
                    .rule("Named", 50, "ApiRequest( session.present || ip.distinct(\"session\", \"1h\") > 0 )")
                    .story();
        }

        private List<String> lastOf(int requests, String request) throws InvalidRules {
            try (Story story = story()) {
                for (int i = 1; i < requests; i++) {
                    assertThat(Story.rules(story.at("10:00:0" + i, request))).doesNotContain("Six");
                }
                return Story.rules(story.at("10:00:0" + requests, request));
            }
        }

        @Test
        void isStoodInForByOneProgramAtOneAddress_whichCountsThreeQuarters() throws InvalidRules {
            assertThat(lastOf(7, REQUEST.formatted("Mozilla/5.0"))).containsExactly("Six");
        }

        @Test
        void givenAnotherProgram_thenThatHasItsOwn() throws InvalidRules {
            try (Story story = story()) {
                for (int i = 0; i < 9; i++) {
                    String request = REQUEST.formatted("Mozilla/5." + i % 3);
                    assertThat(Story.rules(story.at("10:00:0" + i, request))).isEmpty();
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"'device':'d'", "'apiKey':'k'"})
        void givenADeviceOrAKey_thenNothingStandsIn(String known) throws InvalidRules {
            assertThat(lastOf(9, REQUEST.formatted("Mozilla/5.0") + "," + known))
                    .isEmpty();
        }

        @Test
        void givenASession_thenItAnswersItself() throws InvalidRules {
            assertThat(lastOf(6, REQUEST.formatted("Mozilla/5.0") + ",'session':'s'"))
                    .containsExactlyInAnyOrder("Six", "Named");
        }
    }

    @Nested
    @DisplayName("An attribute")
    class AnAttribute {

        @Test
        void givenNumbersOfOneValue_thenTheyAreOne() throws InvalidRules {
            given.rule("One", 50, "Login( ip.distinct(\"attribute.tier\", \"login\", \"1h\") == 1 )");
            try (Story story = given.story()) {
                for (String tier : List.of("7", "7.0", "'7'", "''", "0.7e1")) {
                    String login = "'type':'login','outcome':'failed','ip':'192.0.2.1','tier':" + tier;
                    assertThat(Story.rules(story.at("10:00:00", login))).containsExactly("One");
                }
            }
        }
    }
}
