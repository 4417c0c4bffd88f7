package io.portcullis.rules.vocabulary;

/**
 * What reference data know of an activity beside its entities.
 *
 * @param unknownVersion whether its app is of a version that never existed
 * @param outdatedVersion whether its app is of a version that is no longer supported
 * @param mail the lists that its mail domain is on
 */
public record Background(boolean unknownVersion, boolean outdatedVersion, Listing mail) {

    public static final Background NONE = new Background(false, false, Listing.NOWHERE);
}
