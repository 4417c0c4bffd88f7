package io.portcullis.history;

import io.portcullis.domain.activity.ActivityReader;
import java.util.function.Supplier;

/** How a line of history tells an activity. */
public enum HistoryFormat {
    /** One activity a line, as JSON. */
    NDJSON {
        @Override
        LineParser parser(Supplier<String> identifiers) {
            return new ActivityReader(identifiers)::read;
        }
    },
    /** The access logs of Apache httpd and nginx: each line is an api-request. */
    COMBINED {
        @Override
        LineParser parser(Supplier<String> identifiers) {
            return new CombinedLogParser(identifiers);
        }
    };

    /** @param identifiers the identifier of the present line's activity, where the line names none */
    abstract LineParser parser(Supplier<String> identifiers);
}
