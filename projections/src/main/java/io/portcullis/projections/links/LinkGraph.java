package io.portcullis.projections.links;

import io.portcullis.domain.decision.Band;
import java.util.List;

/**
 * The entities around one.
 *
 * @param depth how far the walk went
 * @param truncated whether there are more entities than a walk visits
 * @param entities the nearest first, then those with the most shared activities
 */
public record LinkGraph(
        String kind, String id, int score, Band band, int depth, boolean truncated, List<LinkedEntity> entities) {}
