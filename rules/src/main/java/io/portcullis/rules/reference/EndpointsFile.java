package io.portcullis.rules.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code endpoints.yaml}, as it is written. */
record EndpointsFile(
        @Nullable List<Template> endpoints, @Nullable Map<String, Word> words) {

    /** A path template with a method: {@code POST /v1/orders/{id}/refund}. */
    record Template(String method, String path, String purpose, String sensitivity) {}

    /** A word that tells the purpose of a path that is not listed. */
    record Word(String purpose, String sensitivity) {}

    List<Template> templates() {
        return endpoints == null ? List.of() : endpoints;
    }

    Map<String, Word> byWord() {
        return words == null ? Map.of() : new LinkedHashMap<>(words);
    }
}
