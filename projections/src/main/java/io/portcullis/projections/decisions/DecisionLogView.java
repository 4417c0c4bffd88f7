package io.portcullis.projections.decisions;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Reason;
import io.portcullis.projections.processing.Changes;
import io.portcullis.projections.processing.View;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the decision log. Each activity has rows of its own, so any routing will do that spreads them. */
public final class DecisionLogView implements View {

    static final String NAME = "decision-log";

    private final DecisionTables tables;

    public DecisionLogView(DataSource dataSource) {
        this.tables = new DecisionTables(new JdbcTemplate(dataSource));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Object key(Activity activity, List<Reason> reasons) {
        return activity.id();
    }

    @Override
    public Changes changes(int generation) {
        return new DecisionChanges(generation, tables);
    }

    @Override
    public boolean remove(int generation) {
        return tables.remove(generation);
    }
}
