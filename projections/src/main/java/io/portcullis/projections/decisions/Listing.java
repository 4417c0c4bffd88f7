package io.portcullis.projections.decisions;

import io.portcullis.projections.table.Cursor;
import io.portcullis.projections.table.EventTime;
import io.portcullis.projections.table.RowKey;
import io.portcullis.projections.table.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query as SQL for the positions of a page. What is asked for most narrowly leads the order, since that is what makes
 * both databases read its index backwards instead of sorting.
 */
final class Listing {

    private final List<String> conditions = new ArrayList<>(List.of(Rows.ANSWERING));
    private final List<String> order = new ArrayList<>(List.of("generation"));
    private final Map<String, Object> params = new HashMap<>();
    private final String table;

    Listing(DecisionQuery query) {
        table = query.signal() == null ? "decision" : "decision_signal";
        params.put("view", DecisionLogView.NAME);
        params.put("limit", query.limit() + 1);
        equal("signal", query.signal() == null ? null : RowKey.of(query.signal()));
        equal("account", query.account() == null ? null : RowKey.of(query.account()));
        equal("device", query.device() == null ? null : RowKey.of(query.device()));
        equal("action", query.action() == null ? null : query.action().name());
        if (query.from() != null) {
            add("occurred_at >= :from", "from", EventTime.micros(query.from()));
        }
        if (query.to() != null) {
            add("occurred_at < :to", "to", EventTime.micros(query.to()));
        }
        order.add("occurred_at");
        order.add("position");
    }

    private void equal(String column, @Nullable Object value) {
        if (value != null) {
            add(column + " = :" + column, column, value);
            if (order.size() == 1) {
                order.add(column);
            }
        }
    }

    private void add(String condition, String param, Object value) {
        conditions.add(condition);
        params.put(param, value);
    }

    void after(Cursor cursor) {
        add("occurred_at <= :value AND (occurred_at < :value OR position < :key)", "value", cursor.value());
        params.put("key", cursor.number());
    }

    String sql() {
        return "SELECT position FROM " + table + " WHERE " + String.join(" AND ", conditions) + " ORDER BY "
                + String.join(" DESC, ", order) + " DESC FETCH FIRST :limit ROWS ONLY";
    }

    Map<String, Object> params() {
        return params;
    }
}
