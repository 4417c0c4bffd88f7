package io.portcullis.projections.table;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some results of a listing, in its order.
 *
 * @param cursor asks for the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String cursor) {

    /** The most results of one page. */
    public static final int MAX_LIMIT = 500;

    /** A page of the first {@code limit} of the rows; one row more than that was asked for, to know of a next page. */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> position) {
        boolean last = rows.size() <= limit;
        List<R> shown = last ? rows : rows.subList(0, limit);
        return new Page<>(
                shown.stream().map(item).toList(),
                last ? null : position.apply(shown.get(shown.size() - 1)).toString());
    }

    /** @throws IllegalArgumentException unless 1 to {@value #MAX_LIMIT} */
    public static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
        }
        return limit;
    }
}
