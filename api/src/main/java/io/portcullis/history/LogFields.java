package io.portcullis.history;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one line, by the parser's names for them. Public, as the parser finds its method by reflection. */
public final class LogFields {

    private final Map<String, String> values = new HashMap<>();

    LogFields() {}

    /** What the parser calls for each field that is there. */
    public void set(String path, String value) {
        values.put(path, value);
    }

    @Nullable
    String get(String path) {
        return values.get(path);
    }

    @Nullable
    String get(LogField field) {
        for (String path : field.paths()) {
            String value = values.get(path);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
