package io.portcullis.rules.language;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A pattern over one fact, {@code Login( failed, ip.count("login", "10m") > 3 )}.
 *
 * @param fact the type's name
 * @param constraints all of which have to hold; none has an effect, so that their order does not matter
 */
public record Pattern(String fact, List<String> constraints) implements Condition {

    @Override
    public String drl(String from) {
        return fact + "( " + String.join(", ", constraints) + " )" + from;
    }

    /** How many things it compares or asks: each literal of an {@code in} is one. */
    int comparisons() {
        return constraints.stream().mapToInt(Pattern::comparisons).sum();
    }

    private static int comparisons(String constraint) {
        int joins = 0;
        for (String join : List.of(" || ", " && ")) {
            for (int at = constraint.indexOf(join); at >= 0; at = constraint.indexOf(join, at + join.length())) {
                joins++;
            }
        }
        return joins + 1;
    }

    /** With further constraints behind its own. */
    public Pattern and(List<String> further) {
        return new Pattern(
                fact, Stream.concat(constraints.stream(), further.stream()).toList());
    }

    @Override
    public Condition map(UnaryOperator<Pattern> change) {
        return change.apply(this);
    }

    @Override
    public Stream<Pattern> patterns() {
        return Stream.of(this);
    }

    @Override
    public Stream<String> marks() {
        return Stream.empty();
    }
}
