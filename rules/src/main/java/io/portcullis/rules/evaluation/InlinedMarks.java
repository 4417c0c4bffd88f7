package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Condition.Connective;
import io.portcullis.rules.language.Condition.Group;
import io.portcullis.rules.language.Condition.Marked;
import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Drools' own parser takes more than twice as long for each further pair of parentheses. */
    private static final int DEEPEST = 4;

    /** Marks that build on marks could become as long as they please. */
    private static final int LONGEST = 2_000;

    private final MarkNumbers numbers;
    /** The conditions of its rules, by the mark. */
    private final Map<String, List<Condition>> setters;
    /** What was found out, by the mark and the fact. */
    private final Map<List<String>, Optional<Meaning>> known = new HashMap<>();

    /** @param several whether it is one of several, so that it needs parentheses beside others */
    private record Meaning(String text, boolean several) {}

    InlinedMarks(MarkNumbers numbers, Map<String, List<Condition>> setters) {
        this.numbers = numbers;
        this.setters = setters;
    }

    /** @param fact of the pattern that the constraint is for */
    String constraint(String mark, boolean negated, String fact) {
        Optional<Meaning> meaning = meaning(mark, fact);
        if (meaning.isEmpty()) {
            return (negated ? "!" : "") + "marked(" + numbers.of(mark) + ")";
        }
        String text = meaning.get().text();
        return negated ? "!(" + text + ")" : meaning.get().several() ? "(" + text + ")" : text;
    }

    /** Nothing where one of its rules is about something else, and where it would be too long. */
    private Optional<Meaning> meaning(String mark, String fact) {
        List<String> key = List.of(mark, fact);
        Optional<Meaning> found = known.get(key);
        if (found == null) {
            found = findOut(mark, fact);
            known.put(key, found);
        }
        return found;
    }

    private Optional<Meaning> findOut(String mark, String fact) {
        List<String> alternatives = new ArrayList<>();
        for (Condition setter : setters.getOrDefault(mark, List.of())) {
            String alternative = alternative(setter, fact);
            if (alternative == null) {
                return Optional.empty();
            }
            alternatives.add(alternative);
        }
        String text = String.join(" || ", alternatives);
        return text.isEmpty() || text.length() > LONGEST || depth(text) > DEEPEST
                ? Optional.empty()
                : Optional.of(new Meaning(text, alternatives.size() > 1));
    }

    /** Of its parentheses; those in texts count too, which does no harm. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
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
            return List.of(constraint(marked.name(), false, fact));
        }
        if (part instanceof Group group
                && group.connective() == Connective.NOT
                && group.parts().get(0) instanceof Marked marked) {
            return List.of(constraint(marked.name(), true, fact));
        }
        return part instanceof Pattern pattern ? constraints(pattern, fact) : null;
    }

    private static @Nullable List<String> constraints(Pattern pattern, String fact) {
        boolean any = pattern.fact().equals(ANY);
        List<String> constraints = pattern.constraints().stream()
                .filter(each -> !(any && each.equals(ONCE)))
                .map(each -> each.contains("||") ? "(" + each + ")" : each)
                .toList();
        boolean ofTheSame = pattern.fact().equals(fact)
                || any
                        && constraints.stream()
                                .noneMatch(each -> OF_ONE_FACT.matcher(each).find());
        return ofTheSame ? constraints : null;
    }
}
