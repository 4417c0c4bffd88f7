package io.portcullis.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.portcullis.domain.activity.App;
import io.portcullis.rules.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppReleasesTest {

    private static final AppReleases APPS = AppReleases.read("apps.yaml", """
            apps:
              - {platform: ios, versions: ["5.1", "5.2", "5.10"], oldest: "5.2"}
              - {platform: android, versions: ["5.1"]}
            """, diagnostic -> {
        throw new AssertionError(diagnostic);
    });

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ios, 5.10, false, false",
                "ios, 5.1, false, true",
                "ios, 5.3, true, false",
                "ios, -, false, false",
                "android, 5.1, false, false",
                "android, 5.2, true, false",
                "web, 5.2, false, false",
                "-, 5.2, false, false",
            })
    void givenAnApp_thenAVersionThatNeverExistedIsUnknown_andOneBeforeTheOldestIsOutdated(
            @Nullable String platform, @Nullable String version, boolean unknown, boolean outdated) {
        App app = new App(platform, version, null, null, null, null);
        assertThat(APPS.isUnknown(app)).isEqualTo(unknown);
        assertThat(APPS.isOutdated(app)).isEqualTo(outdated);
        assertThat(APPS.isUnknown(null)).isFalse();
        assertThat(APPS.isOutdated(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "apps: [{platform: ios}] => apps.yaml:1:8: error: \"versions\" is missing",
                "apps: [{platform: tv, versions: [1]}] => apps.yaml:1:19: error: unknown platform \"tv\"",
                "apps: [{platform: ios, versions: [1], oldest: 2}] => apps.yaml:1:47: error: \"2\" is none of the versions",
                "apps: [{platform: ios, versions: [1]}, {platform: ios, versions: [2]}]"
                        + " => apps.yaml:1:40: error: the platform ios stands here twice",
            })
    void givenABadFile_thenItsLineIsTold(String yaml, String start) {
        List<Diagnostic> wrong = new ArrayList<>();
        AppReleases.read("apps.yaml", yaml, wrong::add);
        assertThat(wrong).first().asString().startsWith(start);
    }
}
