package io.portcullis.projections.links;

import io.portcullis.domain.decision.Band;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.projections.risk.Connections;
import io.portcullis.projections.risk.Linked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a walk along links has come to so far, each entity at its shortest distance. */
final class Walk {

    private static final class Visit {
        private final int distance;
        private final List<Entity> through = new ArrayList<>();
        private long count;
        private Instant lastSeen = Instant.MIN;
        private @Nullable Integer score;

        private Visit(int distance) {
            this.distance = distance;
        }

        private LinkedEntity linked(EntityRef entity) {
            return new LinkedEntity(
                    entity.kind().label(),
                    entity.id(),
                    distance,
                    List.copyOf(through),
                    count,
                    lastSeen,
                    score,
                    score == null ? null : Band.of(score));
        }
    }

    private final EntityRef root;
    private final int most;
    private final Map<EntityRef, Visit> visits = new LinkedHashMap<>();
    private boolean truncated;

    Walk(EntityRef root, int most) {
        this.root = root;
        this.most = most;
    }

    /** Visits what a ring of entities links to, and answers what had not been visited before. */
    Set<EntityRef> visit(Map<EntityRef, Connections> ring, int distance) {
        ring.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<EntityRef, Connections> each) ->
                                each.getKey().kind())
                        .thenComparing(each -> each.getKey().id()))
                .forEach(each -> each.getValue()
                        .links()
                        .forEach((label, links) -> links.forEach(link -> visit(each.getKey(), label, link, distance))));
        return visits.entrySet().stream()
                .filter(visit -> visit.getValue().distance == distance)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void visit(EntityRef through, String label, Linked link, int distance) {
        EntityRef entity = new EntityRef(EntityKind.ofLabel(label).orElseThrow(), link.id());
        if (entity.equals(root)) {
            return;
        }
        if (visits.size() >= most && !visits.containsKey(entity)) {
            truncated = true;
            return;
        }
        Visit visit = visits.computeIfAbsent(entity, first -> new Visit(distance));
        if (visit.distance == distance) {
            visit.through.add(Entity.of(through));
            visit.count += link.count();
            visit.lastSeen = visit.lastSeen.isAfter(link.lastSeen()) ? visit.lastSeen : link.lastSeen();
        }
    }

    void score(Map<EntityRef, Connections> found) {
        found.forEach((entity, connections) -> {
            Visit visit = visits.get(entity);
            if (visit != null) {
                visit.score = connections.score();
            }
        });
    }

    LinkGraph graph(Entity of, int score, Band band, int depth) {
        List<LinkedEntity> entities = visits.entrySet().stream()
                .map(visit -> visit.getValue().linked(visit.getKey()))
                .sorted(Comparator.comparing(LinkedEntity::distance)
                        .thenComparing(LinkedEntity::count, Comparator.reverseOrder())
                        .thenComparing(LinkedEntity::kind)
                        .thenComparing(LinkedEntity::id))
                .toList();
        return new LinkGraph(of.kind(), of.id(), score, band, depth, truncated, entities);
    }
}
