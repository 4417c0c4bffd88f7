package io.portcullis.rules.vocabulary;

/** The program that sent the activity, as it declares itself. */
public final class Client extends Entity {

    private ClientProfile profile = ClientProfile.UNKNOWN;
    private ClientConduct conduct = ClientConduct.UNREMARKABLE;

    public Client(Recall recall) {
        super(recall);
    }

    public Client(Recall recall, Listing listing) {
        super(recall, listing);
    }

    public void describe(ClientProfile profile, ClientConduct conduct) {
        this.profile = profile;
        this.conduct = conduct;
    }

    /** The program's name: {@code Chrome}, {@code curl}; empty when it is not known. */
    public String getName() {
        return profile.name();
    }

    /** Its major version; 0 when it is not known. */
    public int getVersion() {
        return profile.version();
    }

    /** {@code Windows}, {@code Mac OS X}, {@code iOS}, {@code Android}, {@code Linux} …; empty when it is not known. */
    public String getOs() {
        return profile.os();
    }

    /** An HTTP library, an automation framework or a headless browser. */
    public boolean isAutomated() {
        return profile.automated();
    }

    /** A crawler, a monitor or a sender of webhooks that says so, truly or not. */
    public boolean isDeclaredBot() {
        return profile.declaredBot();
    }

    public boolean isLibrary() {
        return profile.kind() == ClientKind.LIBRARY;
    }

    public boolean isHeadless() {
        return profile.kind() == ClientKind.HEADLESS;
    }

    /** What people use, by its own account. */
    public boolean isBrowser() {
        return profile.kind() == ClientKind.BROWSER;
    }

    /** An app, by its own account: by its {@code app} or its user agent. */
    public boolean isApp() {
        return profile.app();
    }

    /** What names itself in its user agent, but is known as nothing. */
    public boolean isUnknown() {
        return profile.unknown();
    }

    /** What says nothing of itself: its user agent is missing, empty or without a name. */
    public boolean isAbsent() {
        return profile.absent();
    }

    /** A crawler, by its own account. */
    public boolean isCrawler() {
        return profile.kind() == ClientKind.CRAWLER;
    }

    /** A known crawler that comes from its own addresses. */
    public boolean isVerifiedCrawler() {
        return conduct.verifiedCrawler();
    }

    /** What says that it is a crawler whose addresses are known, and comes from another address. */
    public boolean isFalseCrawler() {
        return conduct.falseCrawler();
    }

    /** Whether it says of itself what cannot be: an iPhone's user agent from the Android app, and the like. */
    public boolean isContradictory() {
        return conduct.contradictory();
    }

    /** How many headers are missing that such programs always send; 0 when the producer lists none. */
    public int getMissingHeaders() {
        return conduct.missingHeaders();
    }

    /** Whether it says that it is a browser, and is betrayed by its headers: two are missing, or they contradict it. */
    public boolean isDisguised() {
        return isBrowser() && (isContradictory() || getMissingHeaders() >= 2);
    }

    /** Whether it says that it is a browser of many years ago. */
    public boolean isOutdated() {
        return profile.outdated();
    }
}
