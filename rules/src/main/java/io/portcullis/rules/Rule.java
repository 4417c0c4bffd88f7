package io.portcullis.rules;

import io.portcullis.domain.entity.EntityKind;

/**
 * A rule that raises a signal, as its analyst described it.
 *
 * @param family the folder that it lives in: {@code login}
 * @param description what it finds, for an analyst; empty when the rule says nothing
 * @param score 1 to 100
 * @param entity whom it accuses
 * @param file relative to the folder of rules
 * @param line from 1
 */
public record Rule(
        String name,
        String family,
        String description,
        String signal,
        String threat,
        int score,
        EntityKind entity,
        String file,
        int line) {}
