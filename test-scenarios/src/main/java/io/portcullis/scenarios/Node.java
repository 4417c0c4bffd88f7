package io.portcullis.scenarios;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that knows where it is written. */
sealed interface Node {

    Place place();

    /** @param value String, Long, BigDecimal, Boolean or null */
    record Scalar(Place place, @Nullable Object value) implements Node {}

    record Sequence(Place place, List<Node> items) implements Node {}

    /** @param entries in the order in which they are written */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {}

    /** A key's place, and its value. */
    record Entry(Place place, Node value) {}
}
