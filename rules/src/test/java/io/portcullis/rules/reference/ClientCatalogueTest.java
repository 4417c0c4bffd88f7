package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.App;
import io.portcullis.rules.vocabulary.ClientKind;
import io.portcullis.rules.vocabulary.ClientProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCatalogueTest {

    private static final ClientCatalogue CATALOGUE = ReferenceData.read(
                    "endpoints: []", """
                    programs:
                      - {name: HeadlessChrome, kind: headless}
                      - {name: Selenium, kind: automation}
                      - {name: Googlebot, kind: crawler}
                      - {name: okhttp, kind: library, token: "okhttp/", apps: true}
                      - {name: Pingdom, kind: monitor}
                      - {name: curl, kind: library, token: "curl/"}
                      - {name: python-requests, kind: library}
                      - {name: Safari, kind: browser, families: [Safari, Mobile Safari]}
                      - {name: Chrome, kind: browser}
                    oldest: {Chrome: 80}
                    """, "segments: {}", diagnostic -> {
                        throw new AssertionError(diagnostic);
                    })
            .clients();

    private static App app(@Nullable String platform, @Nullable String version) {
        return new App(platform, version, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "curl/8.1, curl/8, curl, true, false",
        "CURL/8.1, curl/8, curl, true, false",
        "python-requests/2.31.0, python-requests/2, python-requests, true, false",
        "Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537, HeadlessChrome/120, HeadlessChrome,"
                + " true, false",
        "Mozilla/5.0 selenium, Selenium, Selenium, true, false",
        "Mozilla/5.0 (compatible; Googlebot/2.1), Googlebot/2, Googlebot, false, true",
        "Pingdom.com_bot, Pingdom, Pingdom, false, true",
        "Mozilla/5.0 (X11) Chrome/121.0 Safari/537, Chrome/121, Chrome, false, false",
        "Mozilla/5.0 Chrome/x, Chrome, Chrome, false, false",
        "Mozilla/5.0 Chrome/123456789, Chrome/1234, Chrome, false, false",
        "MyApp/3 (x), MyApp, MyApp, false, false",
        "'(x)', '', '', false, false",
    })
    void givenAUserAgent_thenItsProgramIsFound(
            String userAgent, String id, String name, boolean automated, boolean declaredBot) {
        assertThat(CATALOGUE.find(userAgent, null))
                .extracting(
                        ClientProfile::id, ClientProfile::name, ClientProfile::automated, ClientProfile::declaredBot)
                .containsExactly(id, name, automated, declaredBot);
    }

    @Test
    void givenNoUserAgent_thenTheClientIsUnknown() {
        assertThat(CATALOGUE.find(null, null)).isEqualTo(ClientProfile.UNKNOWN);
        assertThat(CATALOGUE.find("", app(null, "1"))).isEqualTo(ClientProfile.UNKNOWN);
    }

    @Test
    void givenAnApp_thenItsPlatformAndVersionNameIt_unlessAutomationSendsIt() {
        assertThat(CATALOGUE.find("MyApp/3", app("ios", "3.1")))
                .extracting(ClientProfile::id, ClientProfile::name, ClientProfile::version, ClientProfile::kind)
                .containsExactly("ios app/3.1", "ios app", 3, ClientKind.APP);
        assertThat(CATALOGUE.find(null, app("android", null)))
                .extracting(ClientProfile::id, ClientProfile::name, ClientProfile::version, ClientProfile::kind)
                .containsExactly("android app", "android app", 0, ClientKind.APP);
        assertThat(CATALOGUE.find("curl/8", app("ios", "3.1")).name()).isEqualTo("curl");
        assertThat(CATALOGUE.find("Chrome/1", app("web", "3.1")).name()).isEqualTo("Chrome");
    }

    @Test
    void givenALibraryThatAppsAreMadeWith_thenItIsTheAppOnAPhone_andALibraryElsewhere() {
        assertThat(CATALOGUE.find("okhttp/4.12.0", app("android", "5.1")).automated())
                .isFalse();
        assertThat(CATALOGUE.find("okhttp/4.12.0", null))
                .extracting(ClientProfile::id, ClientProfile::automated)
                .containsExactly("okhttp/4", true);
    }

    @Test
    void givenAnAppThatNamesItselfAndItsPhoneBeforeTheLibrary_thenItIsAnApp_butNotOnAServer() {
        String agent = "Shop/5.1 (Android 14; Pixel 8) okhttp/4.12.0";
        assertThat(CATALOGUE.find(agent, null))
                .extracting(ClientProfile::id, ClientProfile::kind)
                .containsExactly("Shop/5", ClientKind.APP);
        assertThat(CATALOGUE.find(agent, app("android", "5.1")).id()).isEqualTo("android app/5.1");
        assertThat(CATALOGUE.find(agent, app("server", "5.1")).automated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null", "''", "' '", "-"})
    void givenNothingSaid_thenTheClientIsAbsent_andNotUnknown(@Nullable String userAgent) {
        assertThat(CATALOGUE.find(userAgent, null))
                .extracting(ClientProfile::absent, ClientProfile::unknown, ClientProfile::id)
                .containsExactly(true, false, "");
    }

    @Test
    void givenANameThatNobodyKnows_thenTheClientIsUnknown_andNotAbsent() {
        assertThat(CATALOGUE.find("acme-billing/3", null))
                .extracting(ClientProfile::absent, ClientProfile::unknown, ClientProfile::app)
                .containsExactly(false, true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/17.2 Mobile/15E148 Safari/604.1 => Safari/17 => 17 => iOS => false",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
                        + " Safari/537.36 => Chrome/131 => 131 => Windows => false",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/49.0.2623.112 Safari/537.36 => Chrome/49 => 49 => Mac OS X => true",
            })
    void givenABrowser_thenItsVersionAndSystemAreFound_andWhetherItIsOutdated(
            String userAgent, String id, int version, String os, boolean outdated) {
        assertThat(CATALOGUE.find(userAgent, null))
                .extracting(
                        ClientProfile::id,
                        ClientProfile::version,
                        ClientProfile::os,
                        ClientProfile::outdated,
                        ClientProfile::kind)
                .containsExactly(id, version, os, outdated, ClientKind.BROWSER);
    }

    @Test
    void givenALongUserAgent_thenItsNameIsBounded_andEndsWithAWholeCharacter() {
        assertThat(CATALOGUE.find("x".repeat(100_000), null).id()).isEqualTo("x".repeat(40));
        assertThat(CATALOGUE.find("x".repeat(39) + "\uD83D\uDE00", null).id()).isEqualTo("x".repeat(39));
    }
}
