package io.portcullis.history;

import java.util.function.Supplier;

/** How a line of history tells an activity. */
public interface LineFormat {

    /** @param identifiers the identifier of the present line's activity, where the line names none */
    LineParser parser(Supplier<String> identifiers);
}
