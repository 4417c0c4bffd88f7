package io.portcullis.projections.links;

import io.portcullis.domain.decision.Band;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.projections.risk.Connections;
import io.portcullis.projections.risk.RiskViews;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks from an entity to those that took part in the same activities, and on from those. Goes on from kinds that have
 * a risk view, along the most recent links of each entity.
 */
public final class Links {

    /** The furthest that a walk goes. */
    public static final int MAX_DEPTH = 3;

    /** The most entities that a walk visits; beyond that a graph says nothing to its reader. */
    public static final int MAX_ENTITIES = 500;

    private final RiskViews risk;

    public Links(RiskViews risk) {
        this.risk = risk;
    }

    /**
     * The entities around one.
     *
     * @param depth 1 for its direct links, to {@value #MAX_DEPTH}
     * @return empty when no activity named the entity
     * @throws IllegalArgumentException when the depth is out of range, or the kind has no risk view
     */
    public Optional<LinkGraph> of(EntityKind kind, String id, int depth) {
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("depth must be 1 to " + MAX_DEPTH);
        }
        if (!risk.kinds().contains(kind)) {
            throw new IllegalArgumentException("no risk view is kept of " + kind.collection());
        }
        EntityRef root = new EntityRef(kind, id);
        Map<EntityRef, Connections> start = connections(Set.of(root));
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Walk walk = new Walk(root, MAX_ENTITIES);
        Map<EntityRef, Connections> ring = start;
        for (int distance = 1; distance <= depth; distance++) {
            Set<EntityRef> found = walk.visit(ring, distance);
            ring = connections(found);
            walk.score(ring);
        }
        int score = start.values().iterator().next().score();
        return Optional.of(walk.graph(Entity.of(root), score, Band.of(score), depth));
    }

    private Map<EntityRef, Connections> connections(Set<EntityRef> entities) {
        return entities.stream().collect(Collectors.groupingBy(EntityRef::kind)).entrySet().stream()
                .flatMap(ofKind -> risk
                        .connections(
                                ofKind.getKey(),
                                ofKind.getValue().stream().map(EntityRef::id).toList())
                        .entrySet()
                        .stream()
                        .map(found -> Map.entry(new EntityRef(ofKind.getKey(), found.getKey()), found.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
