package io.portcullis.projections.risk;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.table.Cursor;
import io.portcullis.projections.table.EventTime;
import io.portcullis.projections.table.Generation;
import io.portcullis.projections.table.Page;
import io.portcullis.projections.table.RowKey;
import io.portcullis.projections.table.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the risk views. Answers lag behind the log by what the views have yet to read. */
public final class RiskViews {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Set<EntityKind> kinds;

    /** @param kinds those that have a view */
    public RiskViews(DataSource dataSource, Set<EntityKind> kinds) {
        this.template = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(template);
        this.kinds = Set.copyOf(kinds);
    }

    /** The kinds that have a view. */
    public Set<EntityKind> kinds() {
        return kinds;
    }

    /** The entity's view, with its counts up to its last activity; empty when no activity named it. */
    public Optional<RiskView> find(EntityKind kind, String id) {
        return profile(kind, id).map(profile -> profile.view(profile.lastSeen()));
    }

    /** The entity's view, with its counts up to a time. */
    public Optional<RiskView> find(EntityKind kind, String id, Instant asOf) {
        return profile(kind, id).map(profile -> profile.view(EventTime.micros(asOf)));
    }

    private Optional<Profile> profile(EntityKind kind, String id) {
        return jdbc.sql("SELECT state FROM " + table(kind) + " WHERE " + Rows.ANSWERING + " AND id = :id")
                .param("view", EntityRisk.nameOf(kind))
                .param("id", RowKey.of(id))
                .query((row, n) -> Profile.of(kind, row.getBytes(1)))
                .optional();
    }

    /** What a walk along links needs of many entities of one kind, by id; those without a row are left out. */
    public Map<String, Connections> connections(EntityKind kind, Collection<String> ids) {
        Map<String, Connections> found = new HashMap<>();
        if (!ids.isEmpty() && kinds.contains(kind)) {
            List<String> keys = ids.stream().map(RowKey::of).toList();
            new RiskTable(kind, template)
                    .load(Generation.answering(EntityRisk.nameOf(kind)), keys)
                    .values()
                    .forEach(profile ->
                            found.put(profile.entity().id(), new Connections(profile.score(), profile.links())));
        }
        return found;
    }

    /**
     * Lists entities of a kind.
     *
     * @throws IllegalArgumentException when the cursor is not of this order
     */
    public Page<RiskSummary> list(EntityKind kind, RiskQuery query) {
        String by = column(query.sort());
        List<String> conditions = new ArrayList<>(List.of(Rows.ANSWERING, "score BETWEEN :lowest AND :highest"));
        JdbcClient.StatementSpec select;
        if (query.cursor() == null) {
            select = jdbc.sql(listing(kind, by, conditions));
        } else {
            Cursor cursor = Cursor.of(query.cursor(), query.sort().label());
            conditions.add(by + " <= :value AND (" + by + " < :value OR id < :key)");
            select = jdbc.sql(listing(kind, by, conditions))
                    .param("value", cursor.value())
                    .param("key", cursor.key());
        }
        List<Profile> profiles = select.param("view", EntityRisk.nameOf(kind))
                .param("lowest", query.lowest())
                .param("highest", query.highest())
                .param("limit", query.limit() + 1)
                .query((row, n) -> Profile.of(kind, row.getBytes(1)))
                .list();
        return Page.of(profiles, query.limit(), Profile::summary, profile -> cursor(query.sort(), profile));
    }

    private String listing(EntityKind kind, String by, List<String> conditions) {
        return "SELECT state FROM " + table(kind) + " WHERE " + String.join(" AND ", conditions)
                + " ORDER BY generation DESC, " + by + " DESC, id DESC FETCH FIRST :limit ROWS ONLY";
    }

    private static String column(RiskQuery.Sort sort) {
        return switch (sort) {
            case SCORE -> "score";
            case LAST_SEEN -> "last_seen";
            case ACTIVITIES -> "activities";
        };
    }

    private static Cursor cursor(RiskQuery.Sort sort, Profile last) {
        long value =
                switch (sort) {
                    case SCORE -> last.score();
                    case LAST_SEEN -> last.lastSeen();
                    case ACTIVITIES -> last.activities();
                };
        return new Cursor(sort.label(), value, RowKey.of(last.entity().id()));
    }

    private String table(EntityKind kind) {
        if (!kinds.contains(kind)) {
            throw new IllegalArgumentException("no risk view is kept of " + kind.collection());
        }
        return RiskTable.nameOf(kind);
    }
}
