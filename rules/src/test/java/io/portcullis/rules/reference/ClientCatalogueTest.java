package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.App;
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
                      - {name: Pingdom, kind: monitor}
                      - {name: curl, kind: library, token: "curl/"}
                      - {name: python-requests, kind: library}
                      - {name: Chrome, kind: browser}
                    """, "segments: {}", diagnostic -> {
                        throw new AssertionError(diagnostic);
                    })
            .clients();

    private static App app(@Nullable String platform, @Nullable String version) {
        return new App(platform, version, null, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "curl/8.1, curl, curl, true, false",
        "CURL/8.1, curl, curl, true, false",
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
        assertThat(CATALOGUE.find(userAgent, null)).isEqualTo(new ClientProfile(id, name, automated, declaredBot));
    }

    @Test
    void givenNoUserAgent_thenTheClientIsUnknown() {
        assertThat(CATALOGUE.find(null, null)).isEqualTo(ClientProfile.UNKNOWN);
        assertThat(CATALOGUE.find("", app(null, "1"))).isEqualTo(ClientProfile.UNKNOWN);
    }

    @Test
    void givenAnApp_thenItsPlatformAndVersionNameIt_unlessAutomationSendsIt() {
        assertThat(CATALOGUE.find("MyApp/3", app("ios", "3.1")))
                .isEqualTo(new ClientProfile("ios app/3.1", "ios app", false, false));
        assertThat(CATALOGUE.find(null, app("android", null)))
                .isEqualTo(new ClientProfile("android app", "android app", false, false));
        assertThat(CATALOGUE.find("curl/8", app("ios", "3.1")).name()).isEqualTo("curl");
        assertThat(CATALOGUE.find("Chrome/1", app("web", "3.1")).name()).isEqualTo("Chrome");
    }

    @Test
    void givenALongUserAgent_thenItsNameIsBounded_andEndsWithAWholeCharacter() {
        assertThat(CATALOGUE.find("x".repeat(100_000), null).id()).isEqualTo("x".repeat(40));
        assertThat(CATALOGUE.find("x".repeat(39) + "\uD83D\uDE00", null).id()).isEqualTo("x".repeat(39));
    }
}
