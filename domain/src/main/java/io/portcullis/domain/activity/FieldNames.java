package io.portcullis.domain.activity;

import io.portcullis.domain.spelling.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the field that a producer most likely meant. */
final class FieldNames {

    private static final List<String> KNOWN =
            Arrays.stream(Field.values()).map(field -> field.label).toList();

    /** Longer ones are no slips of a known name. */
    private static final int LONGEST = 24;

    private static final int MOST_REMEMBERED = 1_000;

    /** Producers send the same unknown fields with every activity. */
    private static final Map<String, String> REMARKS = new ConcurrentHashMap<>();

    private FieldNames() {}

    /** What to say of a field that no activity has. */
    static String unknown(String name) {
        String known = REMARKS.get(name);
        if (known != null) {
            return known;
        }
        String remark = "is no field of an activity" + hint(name) + "; it is kept as an attribute";
        if (REMARKS.size() < MOST_REMEMBERED && name.length() <= LONGEST) {
            REMARKS.put(name, remark);
        }
        return remark;
    }

    private static String hint(String name) {
        if (name.length() > LONGEST) {
            return "";
        }
        int far = Math.max(1, name.length() / 3);
        return Nearest.to(name, KNOWN, far)
                .map(known -> " (did you mean " + known + "?)")
                .orElse("");
    }
}
