package io.portcullis.projections.links;

import io.portcullis.domain.entity.EntityRef;

/** An entity by its kind's label. */
public record Entity(String kind, String id) {

    static Entity of(EntityRef entity) {
        return new Entity(entity.kind().label(), entity.id());
    }
}
