package io.portcullis.projections.table;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Ways to many rows at once that both databases take by an index. */
public final class Rows {

    /** Part of a query on a view's table: the generation that answers, of the view named by {@code :view}. */
    public static final String ANSWERING =
            "generation = (SELECT answering FROM view_generation WHERE view_name = :view)";

    private static final int CHUNK = 5_000;

    private Rows() {}

    /**
     * Looks up many rows of a generation by key.
     *
     * <p>The outer join makes H2 go from the keys to the table's key. Where it may choose, or is given a list of keys, it
     * reads the whole generation: it plans while the table is empty, and keeps the plan.
     *
     * @param key the column that, with the generation, is the table's key
     * @param type SQL type of the keys, in lower case
     * @param column what to read
     * @param row takes key and column of each row found
     */
    public static void lookUp(
            JdbcTemplate jdbc,
            String table,
            String key,
            String type,
            Collection<?> keys,
            String column,
            Generation generation,
            RowCallbackHandler row) {
        String sql = "SELECT k.id, t." + column + " FROM UNNEST(?) AS k(id) LEFT JOIN " + table + " t ON t." + key
                + " = k.id AND t.generation = " + generation.sql();
        jdbc.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(sql);
                    select.setArray(1, connection.createArrayOf(type, keys.toArray()));
                    select.setObject(2, generation.param());
                    return select;
                },
                found -> {
                    if (found.getObject(2) != null) {
                        row.processRow(found);
                    }
                });
    }

    /**
     * Removes some rows of a generation; in two statements, since H2 evaluates a subquery anew for each row.
     *
     * @param key the columns that, with the generation, tell the table's rows apart
     * @return false when none was left
     */
    public static boolean remove(JdbcTemplate jdbc, String table, int generation, List<String> key) {
        List<Object[]> keys = jdbc.query(
                "SELECT generation, " + String.join(", ", key) + " FROM " + table + " WHERE generation = ? FETCH FIRST "
                        + CHUNK + " ROWS ONLY",
                (row, n) -> {
                    Object[] values = new Object[key.size() + 1];
                    for (int column = 0; column < values.length; column++) {
                        values[column] = row.getObject(column + 1);
                    }
                    return values;
                },
                generation);
        if (!keys.isEmpty()) {
            jdbc.batchUpdate(
                    "DELETE FROM " + table + " WHERE generation = ? AND " + String.join(" = ? AND ", key) + " = ?",
                    keys);
        }
        return !keys.isEmpty();
    }
}
