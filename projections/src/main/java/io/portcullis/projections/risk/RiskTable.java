package io.portcullis.projections.risk;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.projections.table.Generation;
import io.portcullis.projections.table.RowKey;
import io.portcullis.projections.table.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of one kind of entity, read and written many at a time. */
final class RiskTable {

    private final EntityKind kind;
    private final JdbcTemplate jdbc;
    private final String name;

    RiskTable(EntityKind kind, JdbcTemplate jdbc) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.name = nameOf(kind);
    }

    static String nameOf(EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "_risk";
    }

    /** The profiles that there are, by key. */
    Map<String, Profile> load(Generation generation, Collection<String> keys) {
        Map<String, Profile> found = new HashMap<>();
        Rows.lookUp(jdbc, name, "id", "varchar", keys, "state", generation, row -> {
            found.put(row.getString(1), Profile.of(kind, row.getBytes(2)));
        });
        return found;
    }

    void update(int generation, List<Profile> profiles) {
        write(
                "UPDATE " + name + " SET score = ?, first_seen = ?, last_seen = ?, activities = ?, state = ?"
                        + " WHERE generation = ? AND id = ?",
                generation,
                profiles);
    }

    void insert(int generation, List<Profile> profiles) {
        write(
                "INSERT INTO " + name + " (score, first_seen, last_seen, activities, state, generation, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                generation,
                profiles);
    }

    private void write(String sql, int generation, List<Profile> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(sql, profiles, profiles.size(), (row, profile) -> {
            row.setInt(1, profile.score());
            row.setLong(2, profile.firstSeen());
            row.setLong(3, profile.lastSeen());
            row.setLong(4, profile.activities());
            row.setBytes(5, profile.toBytes());
            row.setInt(6, generation);
            row.setString(7, RowKey.of(profile.entity().id()));
        });
    }

    boolean remove(int generation) {
        return Rows.remove(jdbc, name, generation, List.of("id"));
    }
}
