package io.portcullis.rules.vocabulary;

/**
 * What reference data know of an activity beside its entities.
 *
 * @param unknownVersion whether its app is of a version that never existed
 * @param outdatedVersion whether its app is of a version that is no longer supported
 * @param mail the lists that its mail domain is on
 * @param resource that a request names or its path tells; empty for none
 * @param reported whether its producer reported it, and no request stands for it
 */
public record Background(
        boolean unknownVersion, boolean outdatedVersion, Listing mail, boolean reported, String resource) {

    public static final Background NONE = new Background(false, false, Listing.NOWHERE, true, "");

    /** The same of a request for that resource. */
    public Background of(String named) {
        return new Background(unknownVersion, outdatedVersion, mail, reported, named);
    }

    /** The same of an event that a request stands for. */
    public Background inferred() {
        return new Background(unknownVersion, outdatedVersion, mail, false, resource);
    }
}
