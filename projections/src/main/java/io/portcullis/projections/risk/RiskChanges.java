package io.portcullis.projections.risk;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.domain.entity.EntityRef;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.processing.Changes;
import io.portcullis.projections.table.Generation;
import io.portcullis.projections.table.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A batch's activities by entity: each row is read once and written once, in the order of their keys. */
final class RiskChanges implements Changes {

    private final EntityKind kind;
    private final int generation;
    private final RiskTable table;
    private final Map<String, List<Decided>> byEntity = new TreeMap<>();

    RiskChanges(EntityKind kind, int generation, RiskTable table) {
        this.kind = kind;
        this.generation = generation;
        this.table = table;
    }

    @Override
    public void add(Decided decided) {
        String id = id(decided);
        byEntity.computeIfAbsent(RowKey.of(id), first -> new ArrayList<>()).add(decided);
    }

    @Override
    public void flush() {
        Map<String, Profile> stored = table.load(Generation.of(generation), byEntity.keySet());
        List<Profile> updated = new ArrayList<>();
        List<Profile> inserted = new ArrayList<>();
        byEntity.forEach((key, activities) -> {
            Profile profile = stored.get(key);
            (profile == null ? inserted : updated)
                    .add(fold(profile == null ? unseen(activities.get(0)) : profile, activities));
        });
        table.update(generation, updated);
        table.insert(generation, inserted);
    }

    private Profile unseen(Decided first) {
        return new Profile(new EntityRef(kind, id(first)));
    }

    private String id(Decided decided) {
        return Objects.requireNonNull(
                EntityRisk.id(kind, decided.activity(), decided.decision().reasons()));
    }

    private static Profile fold(Profile profile, List<Decided> activities) {
        activities.forEach(profile::add);
        return profile;
    }
}
