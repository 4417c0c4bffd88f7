package io.portcullis.projections.risk;

import io.portcullis.projections.table.ByteInput;
import io.portcullis.projections.table.ByteOutput;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a rule saw, as part of a row's state. */
final class Evidence {

    /** More than a rule asks that can be read aloud. */
    private static final int MAX = 16;

    private enum Form {
        NUMBER,
        DECIMAL,
        TRUTH,
        TEXT
    }

    private Evidence() {}

    /** The first of it. */
    static Map<String, Object> bounded(Map<String, Object> evidence) {
        Map<String, Object> kept = new LinkedHashMap<>();
        evidence.entrySet().stream().limit(MAX).forEach(each -> kept.put(each.getKey(), each.getValue()));
        return Collections.unmodifiableMap(kept);
    }

    static void write(ByteOutput out, Map<String, Object> evidence) {
        out.number(evidence.size());
        evidence.forEach((asked, seen) -> {
            out.text(asked);
            if (seen instanceof Long number) {
                out.number(Form.NUMBER.ordinal()).signed(number);
            } else if (seen instanceof Boolean truth) {
                out.number(Form.TRUTH.ordinal()).number(truth ? 1 : 0);
            } else {
                Form form = seen instanceof BigDecimal ? Form.DECIMAL : Form.TEXT;
                out.number(form.ordinal()).text(seen.toString());
            }
        });
    }

    static Map<String, Object> read(ByteInput in) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        for (int left = in.size(); left > 0; left--) {
            String asked = in.text();
            evidence.put(
                    asked,
                    switch (Form.values()[in.size()]) {
                        case NUMBER -> in.signed();
                        case DECIMAL -> new BigDecimal(in.text());
                        case TRUTH -> in.number() == 1;
                        case TEXT -> in.text();
                    });
        }
        return Collections.unmodifiableMap(evidence);
    }
}
