package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Pattern;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the constraints of patterns in the order that Drools evaluates fastest. None has an effect, so any order means the
 * same. What is a property of the activity comes before what the memory is asked, and what many patterns say before what
 * few do: Drools looks once at what several patterns begin with.
 */
final class CheapestFirst {

    private CheapestFirst() {}

    static List<Condition> of(List<Condition> conditions) {
        Map<String, Integer> uses = new HashMap<>();
        conditions.stream().flatMap(Condition::patterns).forEach(pattern -> pattern.constraints()
                .forEach(constraint -> uses.merge(key(pattern, constraint), 1, Integer::sum)));
        return conditions.stream()
                .map(condition -> condition.map(pattern -> ordered(pattern, uses)))
                .toList();
    }

    private static String key(Pattern pattern, String constraint) {
        return pattern.fact() + ' ' + constraint;
    }

    private static Pattern ordered(Pattern pattern, Map<String, Integer> uses) {
        return new Pattern(
                pattern.fact(),
                pattern.constraints().stream()
                        .sorted(Comparator.<String>comparingInt(CheapestFirst::cost)
                                .thenComparing(constraint -> -uses.getOrDefault(key(pattern, constraint), 0))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList());
    }

    /** Of what Drools finds by a hash, of a property, of a question, and of a regular expression. */
    private static int cost(String constraint) {
        if (constraint.startsWith(Indexed.PURPOSE)) {
            return 0;
        }
        if (constraint.startsWith(Indexed.SENSITIVITY)) {
            return 1;
        }
        if (constraint.contains("textMatches(")) {
            return 4;
        }
        return constraint.matches(".*\\w\\(.*") ? 3 : 2;
    }
}
