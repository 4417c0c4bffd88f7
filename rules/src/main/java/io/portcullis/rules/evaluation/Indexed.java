package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Condition.Connective;
import io.portcullis.rules.language.Condition.Group;
import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Writes what a pattern says of the purpose or the sensitivity of its endpoint so that Drools finds the pattern by a hash:
 * one of several purposes becomes an alternative for each. Of a request for a product, it does not even look at the rules
 * about payments.
 */
final class Indexed {

    static final String PURPOSE = "endpointPurpose";
    static final String SENSITIVITY = "endpointSensitivity";

    private static final String REQUEST = "ApiRequest";
    private static final String EQUAL = "endpoint\\.(?:purpose|sensitivity) == \"[^\"]*\"";
    private static final java.util.regex.Pattern ONE = java.util.regex.Pattern.compile(EQUAL);
    private static final java.util.regex.Pattern ONE_OF =
            java.util.regex.Pattern.compile("\\(" + EQUAL + "(?: \\|\\| " + EQUAL + ")+\\)");

    /** Drools makes a rule of its own of every combination of alternatives. */
    private static final long MOST_COMBINATIONS = 64;

    private Indexed() {}

    static Condition of(Condition condition) {
        return combinations(condition) > MOST_COMBINATIONS ? condition : written(condition);
    }

    private static long combinations(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern.constraints().stream()
                    .filter(constraint -> ONE_OF.matcher(constraint).matches())
                    .mapToLong(constraint -> equalities(constraint).size())
                    .findFirst()
                    .orElse(1);
        }
        if (!(condition instanceof Group group)) {
            return 1;
        }
        return group.connective() == Connective.OR
                ? group.parts().stream().mapToLong(Indexed::combinations).sum()
                : group.parts().stream()
                        .mapToLong(Indexed::combinations)
                        .reduce(1, (one, other) -> Math.min(2 * MOST_COMBINATIONS, one * other));
    }

    private static Condition written(Condition condition) {
        if (condition instanceof Pattern pattern) {
            return pattern.fact().equals(REQUEST) ? of(pattern) : pattern;
        }
        return condition instanceof Group group
                        && (group.connective() == Connective.AND || group.connective() == Connective.OR)
                ? new Group(
                        group.connective(),
                        group.parts().stream().map(Indexed::written).toList())
                : condition;
    }

    private static Condition of(Pattern pattern) {
        List<String> constraints = new ArrayList<>();
        List<String> alternatives = List.of();
        for (String constraint : pattern.constraints()) {
            if (alternatives.isEmpty() && ONE_OF.matcher(constraint).matches()) {
                alternatives = equalities(constraint);
            } else {
                constraints.add(ONE.matcher(constraint).matches() ? property(constraint) : constraint);
            }
        }
        if (alternatives.isEmpty()) {
            return new Pattern(pattern.fact(), constraints);
        }
        List<Condition> parts = new ArrayList<>();
        for (String alternative : alternatives) {
            parts.add(new Pattern(pattern.fact(), List.of(alternative)).and(constraints));
        }
        return new Group(Connective.OR, parts);
    }

    private static List<String> equalities(String constraint) {
        Matcher each = ONE.matcher(constraint);
        return each.results().map(result -> property(result.group())).toList();
    }

    private static String property(String equality) {
        return equality.replaceFirst("^endpoint\\.purpose", PURPOSE)
                .replaceFirst("^endpoint\\.sensitivity", SENSITIVITY);
    }
}
