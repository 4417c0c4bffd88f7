package io.portcullis.rules.vocabulary;

import io.portcullis.domain.activity.App;
import org.jspecify.annotations.Nullable;

/** The app that sent the activity; every suspicion is false while its producer does not state it. */
public final class AppProfile {

    private final @Nullable App app;
    private final Background background;

    AppProfile(@Nullable App app, Background background) {
        this.app = app;
        this.background = background;
    }

    public boolean isPresent() {
        return app != null;
    }

    /** ios, android, web or server; empty when it is not known. */
    public String getPlatform() {
        return app == null || app.platform() == null ? "" : app.platform();
    }

    /** Whether it says that it runs on a phone or tablet: ios or android. */
    public boolean isMobile() {
        return getPlatform().equals("ios") || getPlatform().equals("android");
    }

    /** As the app says it; empty when it is not known. */
    public String getVersion() {
        return app == null ? "" : Activity.text(app.version());
    }

    /** Whether it was never released in that version; false while {@code apps.yaml} does not list the platform. */
    public boolean isUnknownVersion() {
        return background.unknownVersion();
    }

    /** Whether its version is older than the oldest that {@code apps.yaml} has as supported. */
    public boolean isOutdated() {
        return background.outdatedVersion();
    }

    public boolean isEmulator() {
        return app != null && Boolean.TRUE.equals(app.emulator());
    }

    public boolean isRooted() {
        return app != null && Boolean.TRUE.equals(app.rooted());
    }

    /** Whether attestation was tried and failed. */
    public boolean isUnattested() {
        return app != null && Boolean.FALSE.equals(app.attested());
    }

    /** Whether it is known not to be the official app. */
    public boolean isUnofficial() {
        return app != null && Boolean.FALSE.equals(app.official());
    }
}
