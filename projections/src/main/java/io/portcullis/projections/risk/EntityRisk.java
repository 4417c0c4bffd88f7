package io.portcullis.projections.risk;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Reason;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.processing.Changes;
import io.portcullis.projections.processing.View;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The risk view of one kind of entity, routed by the entity. Producers name nine of the kinds, in all that an entity takes
 * part in; networks, clients and endpoints, which everybody shares, have views of what they were accused of alone.
 */
public final class EntityRisk implements View {

    private final EntityKind kind;
    private final RiskTable table;

    public EntityRisk(EntityKind kind, DataSource dataSource) {
        this.kind = kind;
        this.table = new RiskTable(kind, new JdbcTemplate(dataSource));
    }

    /** The name of a kind's view: {@code account-risk}. */
    public static String nameOf(EntityKind kind) {
        return kind.label() + "-risk";
    }

    @Override
    public String name() {
        return nameOf(kind);
    }

    @Override
    public @Nullable Object key(Activity activity, List<Reason> reasons) {
        return id(kind, activity, reasons);
    }

    /** The entity whose view an activity belongs to; null when it is of no concern to any. */
    static @Nullable String id(EntityKind kind, Activity activity, List<Reason> reasons) {
        String named = activity.entities().id(kind);
        if (named != null) {
            return named;
        }
        for (Reason reason : reasons) {
            if (reason.entity().kind() == kind) {
                return reason.entity().id();
            }
        }
        return null;
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
