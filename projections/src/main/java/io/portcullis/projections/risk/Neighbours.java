package io.portcullis.projections.risk;

import io.portcullis.domain.entity.Entities;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import io.portcullis.projections.table.EventTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entities that took part in an entity's activities, the most recent of each kind. */
final class Neighbours {

    /** How many of each kind are remembered. */
    static final int MAX = 32;

    private static final EntityKind[] KINDS = EntityKind.values();

    private static final class Link {
        private long count;
        private long lastSeen = Long.MIN_VALUE;
    }

    /** By kind and identifier, the one that came last in the log last. */
    private final Map<EntityKind, LinkedHashMap<String, Link>> links = new EnumMap<>(EntityKind.class);

    void add(EntityKind self, Entities entities, long micros) {
        for (EntityKind kind : KINDS) {
            String id = kind == self ? null : entities.id(kind);
            if (id != null) {
                Link link = touch(kind, id);
                link.count++;
                link.lastSeen = Math.max(link.lastSeen, micros);
            }
        }
    }

    private Link touch(EntityKind kind, String id) {
        LinkedHashMap<String, Link> ofKind = links.computeIfAbsent(kind, first -> new LinkedHashMap<>(8, 0.75f, true));
        Link link = ofKind.computeIfAbsent(id, first -> new Link());
        if (ofKind.size() > MAX) {
            ofKind.remove(ofKind.keySet().iterator().next());
        }
        return link;
    }

    /** By the kind's label, the most recent first. */
    Map<String, List<Linked>> listed() {
        Map<String, List<Linked>> listed = new LinkedHashMap<>();
        links.forEach((kind, ofKind) -> {
            List<Linked> ids = new ArrayList<>();
            ofKind.forEach((id, link) -> ids.add(new Linked(id, link.count, EventTime.instant(link.lastSeen))));
            Collections.reverse(ids);
            listed.put(kind.label(), List.copyOf(ids));
        });
        return listed;
    }

    void write(ByteOutput out) {
        out.number(links.size());
        links.forEach((kind, ofKind) -> {
            out.text(kind.label()).number(ofKind.size());
            ofKind.forEach((id, link) -> out.text(id).number(link.count).signed(link.lastSeen));
        });
    }

    void read(ByteInput in) {
        for (int kinds = in.size(); kinds > 0; kinds--) {
            String label = in.text();
            EntityKind kind = EntityKind.ofLabel(label).orElseThrow(() -> new IllegalStateException(label));
            for (int ids = in.size(); ids > 0; ids--) {
                Link link = touch(kind, in.text());
                link.count = in.number();
                link.lastSeen = in.signed();
            }
        }
    }
}
