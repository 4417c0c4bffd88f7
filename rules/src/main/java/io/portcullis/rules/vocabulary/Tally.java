package io.portcullis.rules.vocabulary;

/** What the consequence of a tally rule may do. */
public interface Tally {

    /** Counts the activity under a further tally, a dotted name of its own, for every entity that it touches. */
    void count(String tally);
}
