package io.portcullis.rules.vocabulary;

/** Knows which lists an entity of the activity is on. */
@FunctionalInterface
public interface Listing {

    Listing NOWHERE = list -> false;

    boolean isListed(String list);
}
