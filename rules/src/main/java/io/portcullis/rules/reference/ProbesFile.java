package io.portcullis.rules.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code probes.yaml}, as it is written: by kind, what gives a probe away. All in lower case. */
record ProbesFile(
        @Nullable Map<String, List<String>> segments,
        @Nullable Map<String, List<String>> endings,
        @Nullable Map<String, List<String>> texts) {

    Map<String, List<String>> segmentsByKind() {
        return segments == null ? Map.of() : segments;
    }

    Map<String, List<String>> endingsByKind() {
        return endings == null ? Map.of() : endings;
    }

    Map<String, List<String>> textsByKind() {
        return texts == null ? Map.of() : texts;
    }
}
