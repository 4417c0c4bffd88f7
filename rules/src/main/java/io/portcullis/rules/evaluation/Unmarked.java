package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Condition;
import io.portcullis.rules.language.Condition.Connective;
import io.portcullis.rules.language.Condition.Group;
import io.portcullis.rules.language.Condition.Marked;
import io.portcullis.rules.language.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a condition says of marks as constraints of the patterns beside them, where they come last, so that they
 * are looked at when all else holds, which is seldom: {@code Login( failed ) not Mark( "shared address" )} becomes
 * {@code Login( failed, !marked(3) )}; or, where the rules of the mark are about the same fact, has their conditions
 * themselves in the place of {@code marked(3)}.
 */
final class Unmarked {

    /** The activity itself, and not the event that it stands for. */
    private static final Pattern ANY = new Pattern("Activity", List.of("reported"));

    private static final String NO_ACTIVITY = "Assessment";

    private final InlinedMarks marks;

    /** What is said of one mark. */
    private record Test(String mark, boolean negated) {}

    Unmarked(InlinedMarks marks) {
        this.marks = marks;
    }

    Condition of(Condition condition) {
        Test test = test(condition);
        if (test != null) {
            return and(ANY, List.of(test));
        }
        if (!(condition instanceof Group group)) {
            return condition;
        }
        if (group.connective() != Connective.AND) {
            return new Group(
                    group.connective(), group.parts().stream().map(this::of).toList());
        }
        List<Test> tests = new ArrayList<>();
        List<Condition> parts = new ArrayList<>();
        for (Condition part : group.parts()) {
            Test ofPart = test(part);
            if (ofPart == null) {
                parts.add(of(part));
            } else {
                tests.add(ofPart);
            }
        }
        return tests.isEmpty() ? new Group(Connective.AND, parts) : with(tests, parts);
    }

    /** Null for a condition that is about something else than one mark. */
    private static @Nullable Test test(Condition condition) {
        if (condition instanceof Marked marked) {
            return new Test(marked.name(), false);
        }
        return condition instanceof Group group
                        && group.connective() == Connective.NOT
                        && group.parts().get(0) instanceof Marked marked
                ? new Test(marked.name(), true)
                : null;
    }

    private Condition with(List<Test> tests, List<Condition> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Condition tested = tested(parts.get(i), tests);
            if (tested != null) {
                List<Condition> all = new ArrayList<>(parts);
                all.set(i, tested);
                return all.size() == 1 ? tested : new Group(Connective.AND, all);
            }
        }
        List<Condition> all = new ArrayList<>(parts);
        all.add(and(ANY, tests));
        return new Group(Connective.AND, all);
    }

    /** Null where there is no pattern over an activity that has to be there. */
    private @Nullable Condition tested(Condition condition, List<Test> tests) {
        if (condition instanceof Pattern pattern) {
            return pattern.fact().equals(NO_ACTIVITY) ? null : and(pattern, tests);
        }
        if (!(condition instanceof Group group)) {
            return null;
        }
        return switch (group.connective()) {
            case AND -> with(tests, group.parts());
            case OR -> ofEach(group, tests);
            case NOT, EXISTS -> null;
        };
    }

    private @Nullable Condition ofEach(Group alternatives, List<Test> tests) {
        List<Condition> parts = new ArrayList<>();
        for (Condition alternative : alternatives.parts()) {
            Condition tested = tested(alternative, tests);
            if (tested == null) {
                return null;
            }
            parts.add(tested);
        }
        return new Group(Connective.OR, parts);
    }

    private Condition and(Pattern pattern, List<Test> tests) {
        return pattern.and(tests.stream()
                .map(test -> marks.constraint(test.mark(), test.negated(), pattern.fact()))
                .toList());
    }
}
