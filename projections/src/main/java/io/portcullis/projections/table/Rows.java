package io.portcullis.projections.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ways to many rows at once that both databases take by an index. */
public final class Rows {

    /** Part of a query on a view's table: the generation that answers, of the view named by {@code :view}. */
    public static final String ANSWERING =
            "generation = (SELECT answering FROM view_generation WHERE view_name = :view)";

    private static final int CHUNK = 5_000;

    private Rows() {}

    /**
     * Prepares a query that takes the keys as one array, its first parameter.
     *
     * <p>H2 takes {@code key = ANY(?)} by an index only where it is the first condition, and the key the index's first
     * column.
     */
    public static PreparedStatement prepare(Connection connection, String sql, String type, Collection<?> keys)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        select.setArray(1, connection.createArrayOf(type, keys.toArray()));
        return select;
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
