package io.portcullis.rules.language;

import java.lang.reflect.Method;
import java.util.List;

/**
 * A property that a rule looks at, whose value belongs to the evidence.
 *
 * @param name as the rule writes it: {@code client.name}
 * @param path the accessors from the fact to the value
 */
public record Mentioned(String name, List<Method> path) {

    /** Whether the fact has such a property: a rule may have patterns over several types. */
    public boolean isOf(Object fact) {
        return path.get(0).getDeclaringClass().isInstance(fact);
    }
}
