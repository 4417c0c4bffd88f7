package io.portcullis.projections.table;

/**
 * Which generation of a view's rows a query is about.
 *
 * @param sql an expression with one parameter
 */
public record Generation(String sql, Object param) {

    /** The one of that number. */
    public static Generation of(int number) {
        return new Generation("?", number);
    }

    /** The one that answers when the query runs. */
    public static Generation answering(String view) {
        return new Generation("(SELECT answering FROM view_generation WHERE view_name = ?)", view);
    }
}
