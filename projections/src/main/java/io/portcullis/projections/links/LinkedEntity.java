package io.portcullis.projections.links;

import io.portcullis.domain.decision.Band;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a walk came to.
 *
 * @param distance 1 for a direct link
 * @param through the entities, one step nearer, that it shares activities with
 * @param count activities shared with those
 * @param lastSeen when it last did
 * @param score 0 to 100; null when no risk view is kept of its kind
 * @param band null when the score is
 */
public record LinkedEntity(
        String kind,
        String id,
        int distance,
        List<Entity> through,
        long count,
        Instant lastSeen,
        @Nullable Integer score,
        @Nullable Band band) {}
