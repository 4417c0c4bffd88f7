package io.portcullis.projections.risk;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.processing.Changes;
import io.portcullis.projections.processing.View;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The risk view of one kind of entity, routed by the entity. */
public final class EntityRisk implements View {

    /** The kinds that can have a view: those that producers name. */
    public static final Set<EntityKind> KINDS = Set.copyOf(EnumSet.range(EntityKind.USER, EntityKind.CARD));

    private final EntityKind kind;
    private final RiskTable table;

    /** @throws IllegalArgumentException for a kind that producers do not name */
    public EntityRisk(EntityKind kind, DataSource dataSource) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("there is no risk view of a " + kind.label());
        }
        this.kind = kind;
        this.table = new RiskTable(kind, new JdbcTemplate(dataSource));
    }

    /** The name of a kind's view: {@code account-risk}. */
    static String nameOf(EntityKind kind) {
        return kind.label() + "-risk";
    }

    @Override
    public String name() {
        return nameOf(kind);
    }

    @Override
    public @Nullable Object key(Activity activity) {
        return activity.entities().id(kind);
    }

    @Override
    public Changes changes(int generation) {
        return new RiskChanges(kind, generation, table);
    }

    @Override
    public boolean remove(int generation) {
        return table.remove(generation);
    }
}
