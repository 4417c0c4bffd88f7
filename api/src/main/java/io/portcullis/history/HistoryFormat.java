package io.portcullis.history;

import io.portcullis.domain.activity.ActivityReader;
import java.util.function.Supplier;

/** The formats that are known by name. */
public enum HistoryFormat implements LineFormat {
    /** One activity a line, as JSON. */
    NDJSON {
        @Override
        public LineParser parser(Supplier<String> identifiers) {
            return new ActivityReader(identifiers)::read;
        }
    },
    /** The access logs of Apache httpd and nginx: each line is an api-request. */
    COMBINED {
        @Override
        public LineParser parser(Supplier<String> identifiers) {
            return new CombinedLogParser(identifiers);
        }
    }
}
