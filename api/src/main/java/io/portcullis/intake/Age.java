package io.portcullis.intake;

/** How old an activity may be that is taken in. */
public enum Age {
    /** It has just happened: one that is older than the horizon would make its entities look old for good. */
    LIVE,
    /** Any: it comes from a file of what happened before. */
    HISTORY
}
