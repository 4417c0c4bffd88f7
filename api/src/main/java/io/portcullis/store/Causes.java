package io.portcullis.store;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a failure to what it comes from. */
final class Causes {

    private Causes() {}

    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Causes::next);
    }

    /** A batch has the failures of its statements beside it. */
    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == null && failure instanceof SQLException sql
                ? sql.getNextException()
                : failure.getCause();
    }

    /** What the first cause says. */
    static String root(Throwable failure) {
        Throwable root = of(failure).reduce(failure, (before, cause) -> cause);
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
