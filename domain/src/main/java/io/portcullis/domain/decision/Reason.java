package io.portcullis.domain.decision;

import io.portcullis.domain.entity.EntityRef;
import java.util.Map;

/**
 * Why an activity is risky: one rule that fired.
 *
 * @param threat OWASP Automated Threat (OAT-001 to OAT-021) or OWASP API Security 2023 (API1 to API10) code
 * @param score 1 to 100
 * @param entity whom the rule accuses
 * @param evidence the values that the rule saw, by what it asked: Long, BigDecimal, Boolean or String
 */
public record Reason(
        String rule, String signal, String threat, int score, EntityRef entity, Map<String, Object> evidence) {}
