package io.portcullis.projections.risk;

import io.portcullis.domain.decision.Band;
import java.time.Instant;
import java.util.List;

/**
 * An entity in a listing; {@link RiskView} tells more.
 *
 * @param signals the names of those that accused it, the most frequent first
 */
public record RiskSummary(
        String kind,
        String id,
        int score,
        Band band,
        Instant firstSeen,
        Instant lastSeen,
        long activities,
        List<String> signals) {}
