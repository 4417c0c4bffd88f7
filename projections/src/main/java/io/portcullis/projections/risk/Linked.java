package io.portcullis.projections.risk;

import java.time.Instant;

/**
 * An entity that took part in the same activities.
 *
 * @param count in how many, since it was last added to the list of the most recent ones
 */
public record Linked(String id, long count, Instant lastSeen) {}
