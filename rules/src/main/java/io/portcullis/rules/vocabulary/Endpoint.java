package io.portcullis.rules.vocabulary;

/** The endpoint that was called, from the endpoint catalogue. */
public final class Endpoint extends Entity {

    private EndpointProfile profile = EndpointProfile.NONE;

    public Endpoint(Recall recall) {
        super(recall);
    }

    public Endpoint(Recall recall, Listing listing) {
        super(recall, listing);
    }

    public void describe(EndpointProfile profile) {
        this.profile = profile;
    }

    /** What it is for: {@code login}, {@code export}, {@code search} …; empty when it is not catalogued. */
    public String getPurpose() {
        return profile.purpose();
    }

    /** {@code low}, {@code medium} or {@code high}. */
    public String getSensitivity() {
        return profile.sensitivity();
    }

    /** Whether its sensitivity is high. */
    public boolean isSensitive() {
        return profile.sensitive();
    }
}
