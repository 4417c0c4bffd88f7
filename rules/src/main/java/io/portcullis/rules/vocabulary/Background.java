package io.portcullis.rules.vocabulary;

/**
 * What reference data know of an activity beside its entities.
 *
 * @param unknownVersion whether its app is of a version that never existed
 * @param outdatedVersion whether its app is of a version that is no longer supported
 * @param mail the lists that its mail domain is on
 * @param reported whether its producer reported it, and no request stands for it
 */
public record Background(boolean unknownVersion, boolean outdatedVersion, Listing mail, boolean reported) {

    public static final Background NONE = new Background(false, false, Listing.NOWHERE, true);

    /** The same of an event that a request stands for. */
    public Background inferred() {
        return new Background(unknownVersion, outdatedVersion, mail, false);
    }
}
