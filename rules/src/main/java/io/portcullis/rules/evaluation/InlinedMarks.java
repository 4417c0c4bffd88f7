package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Condition.Connective;
import io.portcullis.rules.language.Condition.Group;
import io.portcullis.rules.language.Condition.Marked;
import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mark means to a pattern. Where all its rules are about the pattern's own fact, it is what they say; else it is a
 * question to the {@link MarkSessions}.
 */
final class InlinedMarks {

    private static final String ANY = "Activity";

    /** By this alone does an activity differ from the event that it stands for, as far as a pattern over any tells. */
    private static final java.util.regex.Pattern OF_ONE_FACT =
            java.util.regex.Pattern.compile("(?<![\\w.\"-])(type|reported)(?![\\w(\"-])");

    private static final String ONCE = "reported";

    private final MarkNumbers numbers;
    /** The conditions of its rules, by the mark. */
    private final Map<String, List<Condition>> setters;

    InlinedMarks(MarkNumbers numbers, Map<String, List<Condition>> setters) {
        this.numbers = numbers;
        this.setters = setters;
    }

    /** @param fact of the pattern that the constraint is for */
    String constraint(String mark, boolean negated, String fact) {
        List<String> alternatives = alternatives(mark, fact);
        if (alternatives == null) {
            return (negated ? "!" : "") + "marked(" + numbers.of(mark) + ")";
        }
        String all = String.join(" || ", alternatives);
        return negated ? "!(" + all + ")" : alternatives.size() > 1 ? "(" + all + ")" : all;
    }

    /** Null where one of its rules is about something else. */
    private @Nullable List<String> alternatives(String mark, String fact) {
        List<String> alternatives = new ArrayList<>();
        for (Condition setter : setters.getOrDefault(mark, List.of())) {
            String alternative = alternative(setter, fact);
            if (alternative == null) {
                return null;
            }
            alternatives.add(alternative);
        }
        return alternatives.isEmpty() ? null : alternatives;
    }

    private @Nullable String alternative(Condition setter, String fact) {
        List<Condition> parts =
                setter instanceof Group group && group.connective() == Connective.AND ? group.parts() : List.of(setter);
        List<String> all = new ArrayList<>();
        for (Condition part : parts) {
            List<String> constraints = constraints(part, fact);
            if (constraints == null) {
                return null;
            }
            all.addAll(constraints);
        }
        return all.isEmpty() ? "true" : String.join(" && ", all);
    }

    private @Nullable List<String> constraints(Condition part, String fact) {
        if (part instanceof Marked marked) {
            return alternatives(marked.name(), fact) == null ? null : List.of(constraint(marked.name(), false, fact));
        }
        if (part instanceof Group group
                && group.connective() == Connective.NOT
                && group.parts().get(0) instanceof Marked marked) {
            return alternatives(marked.name(), fact) == null ? null : List.of(constraint(marked.name(), true, fact));
        }
        if (!(part instanceof Pattern pattern)) {
            return null;
        }
        boolean any = pattern.fact().equals(ANY);
        Stream<String> own = pattern.constraints().stream().filter(each -> !(any && each.equals(ONCE)));
        List<String> constraints =
                own.map(each -> each.contains("||") ? "(" + each + ")" : each).toList();
        boolean ofTheSame = pattern.fact().equals(fact)
                || any
                        && constraints.stream()
                                .noneMatch(each -> OF_ONE_FACT.matcher(each).find());
        return ofTheSame ? constraints : null;
    }
}
