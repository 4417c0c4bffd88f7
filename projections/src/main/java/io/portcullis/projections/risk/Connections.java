package io.portcullis.projections.risk;

import java.util.List;
import java.util.Map;

/**
 * What a walk along links needs of an entity.
 *
 * @param score 0 to 100
 * @param links by the kind's label, the most recent first
 */
public record Connections(int score, Map<String, List<Linked>> links) {}
