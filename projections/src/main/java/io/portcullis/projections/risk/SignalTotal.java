package io.portcullis.projections.risk;

import java.time.Instant;

/**
 * How often a signal accused an entity.
 *
 * @param threat the OWASP code of the signal, as of the last time
 * @param score the highest score of a reason, 1 to 100
 */
public record SignalTotal(String signal, String threat, long count, int score, Instant lastSeen) {}
