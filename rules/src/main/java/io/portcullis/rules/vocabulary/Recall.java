package io.portcullis.rules.vocabulary;

import org.jspecify.annotations.Nullable;

/** What an entity answers from memory. An entity that the activity does not touch answers as one without a past. */
public interface Recall {

    long count(String tally, String window);

    long distinct(String dimension, String tally, String window);

    double sum(String field, String tally, String window);

    double rate(String tally, String window);

    long since(String tally);

    long age();

    double standing();

    boolean isNew(String dimension, String tally, String window);

    long switches(String dimension, String tally, String window);

    double usual(String tally, String window);

    double irregularity(String tally);

    long run();

    double speed(String tally);

    double peers(String tally, String window);

    /** As {@link #count(String, String)}, of the slot where the answer lies. */
    long count(int slot);

    /** As {@link #distinct(String, String, String)}, of the slot where the answer lies. */
    long distinct(int slot);

    /** As {@link #since(String)}, of the slot where the answer lies. */
    long since(int slot);

    /** As {@link #isNew(String, String, String)}, of the slot where the answer lies. */
    boolean isNew(int slot);

    /** As {@link #peers(String, String)}, of the slot where the answer lies. */
    double peers(int slot);

    /** The entity's identifier; null when the activity does not touch it. */
    @Nullable
    String id();
}
