package io.portcullis.rules.vocabulary;

/** The program that sent the activity, as it declares itself. */
public final class Client extends Entity {

    private ClientProfile profile = ClientProfile.UNKNOWN;

    public Client(Recall recall) {
        super(recall);
    }

    public void describe(ClientProfile profile) {
        this.profile = profile;
    }

    /** The program's name: {@code Chrome}, {@code curl}; empty when it is not known. */
    public String getName() {
        return profile.name();
    }

    /** An HTTP library, an automation framework or a headless browser. */
    public boolean isAutomated() {
        return profile.automated();
    }

    /** A crawler or monitor that says so. */
    public boolean isDeclaredBot() {
        return profile.declaredBot();
    }
}
