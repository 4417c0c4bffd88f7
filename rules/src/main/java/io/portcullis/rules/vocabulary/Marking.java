package io.portcullis.rules.vocabulary;

/** Answers which marks the activity carries, once somebody asks. */
@FunctionalInterface
public interface Marking {

    Marking NONE = mark -> false;

    /** @param mark its number in the rule set */
    boolean isMarked(int mark);
}
