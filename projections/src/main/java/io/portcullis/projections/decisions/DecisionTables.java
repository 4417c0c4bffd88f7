package io.portcullis.projections.decisions;

import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.DecisionWriter;
import io.portcullis.domain.entity.Entities;
import io.portcullis.domain.event.Decided;
import io.portcullis.projections.table.EventTime;
import io.portcullis.projections.table.RowKey;
import io.portcullis.projections.table.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** The rows of the decision log, written many at a time. */
final class DecisionTables {

    private final JdbcTemplate jdbc;
    private final DecisionWriter json = new DecisionWriter();

    DecisionTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insertPositions(int generation, List<ActivityPosition> positions) {
        insert(
                "INSERT INTO activity_position (generation, stretch, id_hash, position) VALUES (?, ?, ?, ?)",
                positions,
                (row, position) -> {
                    row.setInt(1, generation);
                    row.setInt(2, position.stretch());
                    row.setLong(3, position.idHash());
                    row.setLong(4, position.position());
                });
    }

    void insertDecisions(int generation, List<Decided> decisions) {
        insert(
                "INSERT INTO decision (generation, position, occurred_at, action, account, device, decision)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                decisions,
                (row, decided) -> {
                    Decision decision = decided.decision();
                    Entities entities = decided.activity().entities();
                    row.setInt(1, generation);
                    row.setLong(2, decision.position());
                    row.setLong(3, EventTime.micros(decision.occurredAt()));
                    row.setString(4, decision.action().name());
                    row.setString(5, key(entities.account()));
                    row.setString(6, key(entities.device()));
                    row.setBytes(7, json.write(decision));
                });
    }

    void insertSignals(int generation, List<SignalRow> signals) {
        insert(
                "INSERT INTO decision_signal (generation, signal, occurred_at, position, action, account, device)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                signals,
                (row, signal) -> {
                    Decision decision = signal.decided().decision();
                    Entities entities = signal.decided().activity().entities();
                    row.setInt(1, generation);
                    row.setString(2, signal.signal());
                    row.setLong(3, EventTime.micros(decision.occurredAt()));
                    row.setLong(4, decision.position());
                    row.setString(5, decision.action().name());
                    row.setString(6, key(entities.account()));
                    row.setString(7, key(entities.device()));
                });
    }

    private <T> void insert(String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, rows.size(), setter);
        }
    }

    private static @Nullable String key(@Nullable String id) {
        return id == null ? null : RowKey.of(id);
    }

    boolean remove(int generation) {
        return Rows.remove(jdbc, "activity_position", generation, List.of("stretch", "id_hash", "position"))
                || Rows.remove(jdbc, "decision_signal", generation, List.of("signal", "occurred_at", "position"))
                || Rows.remove(jdbc, "decision", generation, List.of("position"));
    }
}
