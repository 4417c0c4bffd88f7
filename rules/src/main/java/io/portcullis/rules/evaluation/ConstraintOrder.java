package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Pattern;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the constraints of a pattern are looked at. What several rules begin with is looked at once, and
 * nothing further once one does not hold: so what seldom holds comes first, properties before what takes the
 * memory, expressions last, and of each sort those first that most rules have.
 */
final class ConstraintOrder {

    private static final int MANY = 1000;

    private final Map<String, Integer> frequencies = new HashMap<>();

    ConstraintOrder(List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            for (String constraint : pattern.constraints()) {
                frequencies.merge(key(pattern, constraint), 1, Integer::sum);
            }
        }
    }

    Pattern order(Pattern pattern) {
        Comparator<String> order = Comparator.<String>comparingInt(ConstraintOrder::rank)
                .thenComparing(constraint -> -frequencies.getOrDefault(key(pattern, constraint), 0))
                .thenComparing(Comparator.naturalOrder());
        return new Pattern(
                pattern.fact(), pattern.constraints().stream().sorted(order).toList());
    }

    private static String key(Pattern pattern, String constraint) {
        return pattern.fact() + " " + constraint;
    }

    /** A question that is most often answered by "no further" comes before what most activities pass. */
    private static int rank(String constraint) {
        if (Indexed.is(constraint)) {
            return -1;
        }
        if (constraint.contains(" matches ")) {
            return MANY;
        }
        int questions = Constraint.questions(constraint);
        return switch (Likelihood.of(constraint)) {
            case RARE -> questions <= 1 ? questions : 2 + questions;
            case UNKNOWN -> 3 + questions;
            case COMMON -> questions == 0 ? 2 : MANY / 2;
        };
    }
}
