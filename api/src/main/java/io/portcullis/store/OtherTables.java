package io.portcullis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What is beside the events in the log's database: the keys of clients. Views that share it are made from events. */
final class OtherTables {

    private static final List<String> KEPT = List.of("api_key");

    private OtherTables() {}

    /** Those that are there. */
    static List<String> of(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (KEPT.contains(name)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** Copies all rows of a table, or none. */
    static void copy(String table, Connection from, Connection to) throws SQLException {
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("SELECT * FROM " + table)) {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                names.add(columns.getColumnName(column));
            }
            to.setAutoCommit(false);
            try (PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", names)
                    + ") VALUES (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")")) {
                while (rows.next()) {
                    for (int column = 1; column <= names.size(); column++) {
                        insert.setObject(column, rows.getObject(column));
                    }
                    insert.executeUpdate();
                }
                to.commit();
            } catch (SQLException | RuntimeException | Error e) {
                to.rollback();
                throw e;
            } finally {
                to.setAutoCommit(true);
            }
        }
    }
}
