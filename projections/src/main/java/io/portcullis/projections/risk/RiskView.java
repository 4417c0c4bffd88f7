package io.portcullis.projections.risk;

import io.portcullis.domain.decision.Band;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How risky one entity is, and why. Times are event time, to the microsecond.
 *
 * @param kind the entity's kind, by its label: {@code account}
 * @param score 0 to 100: the highest score of a decision that accused this entity within the seven days up to its last
 *     activity; 0 when none did. Decisions that accuse another entity of the activity do not count
 * @param activities how many it took part in
 * @param signals those that accused it, the most frequent first; at most 64
 * @param recentDecisions the last 20 that are more than ALLOW on activities that it took part in, newest first
 * @param asOf up to when {@code counts} count
 * @param counts activities by window ({@code 1h}, {@code 24h}, {@code 7d}, {@code 30d}) and tally, zeros left out; a
 *     window is counted in whole buckets, of 5 minutes, an hour, a day and a day
 * @param links the entities that took part in the same activities, by kind, the 32 most recent of each, newest first
 */
public record RiskView(
        String kind,
        String id,
        int score,
        Band band,
        Instant firstSeen,
        Instant lastSeen,
        long activities,
        List<SignalTotal> signals,
        List<RecentDecision> recentDecisions,
        Instant asOf,
        Map<String, Map<String, Long>> counts,
        Map<String, List<Linked>> links) {}
