package io.portcullis.projections.risk;

import java.time.Instant;
import java.util.Map;

/**
 * How often a signal accused an entity, and what the rule saw that raised it last.
 *
 * @param threat the OWASP code of the signal, as of the last time
 * @param score the highest score of a reason, 1 to 100
 * @param rule the rule that raised it last in the log
 * @param evidence what that rule saw then, by what it asked: Long, BigDecimal, Boolean or String; at most 16 of them
 */
public record SignalTotal(
        String signal,
        String threat,
        long count,
        int score,
        Instant lastSeen,
        String rule,
        Map<String, Object> evidence) {}
