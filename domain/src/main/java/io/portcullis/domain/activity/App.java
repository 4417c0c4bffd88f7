package io.portcullis.domain.activity;

import org.jspecify.annotations.Nullable;

/** The app that sent the activity, as far as its producer knows; null is "not known", never "no". */
public record App(
        @Nullable String platform,
        @Nullable String version,
        @Nullable Boolean emulator,
        @Nullable Boolean rooted,
        @Nullable Boolean attested,
        @Nullable Boolean official) {

    App withVersion(String other) {
        return new App(platform, other, emulator, rooted, attested, official);
    }
}
