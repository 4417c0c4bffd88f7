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
 * Writes what a condition says of marks as constraints of the patterns beside them, where they come last:
 * {@code Login( failed ) not Mark( "shared address" )} becomes {@code Login( failed, !marked(3) )}. So a mark is asked for
 * when all else holds, which is seldom, and only then do its rules see the activity.
 */
final class Unmarked {

    private static final String ANY = "Activity";
    private static final String NO_ACTIVITY = "Assessment";

    private final MarkNumbers marks;

    Unmarked(MarkNumbers marks) {
        this.marks = marks;
    }

    Condition of(Condition condition) {
        String test = test(condition);
        if (test != null) {
            return new Pattern(ANY, List.of(test));
        }
        if (!(condition instanceof Group group)) {
            return condition;
        }
        if (group.connective() != Connective.AND) {
            return new Group(
                    group.connective(), group.parts().stream().map(this::of).toList());
        }
        List<String> tests = new ArrayList<>();
        List<Condition> parts = new ArrayList<>();
        for (Condition part : group.parts()) {
            String ofPart = test(part);
            if (ofPart == null) {
                parts.add(of(part));
            } else {
                tests.add(ofPart);
            }
        }
        return tests.isEmpty() ? new Group(Connective.AND, parts) : with(tests, parts);
    }

    /** Null for a condition that is about something else than one mark. */
    private @Nullable String test(Condition condition) {
        if (condition instanceof Marked marked) {
            return "marked(" + marks.of(marked.name()) + ")";
        }
        return condition instanceof Group group
                        && group.connective() == Connective.NOT
                        && group.parts().get(0) instanceof Marked marked
                ? "!marked(" + marks.of(marked.name()) + ")"
                : null;
    }

    private static Condition with(List<String> tests, List<Condition> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Condition tested = tested(parts.get(i), tests);
            if (tested != null) {
                List<Condition> all = new ArrayList<>(parts);
                all.set(i, tested);
                return all.size() == 1 ? tested : new Group(Connective.AND, all);
            }
        }
        List<Condition> all = new ArrayList<>(parts);
        all.add(new Pattern(ANY, tests));
        return new Group(Connective.AND, all);
    }

    /** Null where there is no pattern over an activity that has to be there. */
    private static @Nullable Condition tested(Condition condition, List<String> tests) {
        if (condition instanceof Pattern pattern) {
            return pattern.fact().equals(NO_ACTIVITY) ? null : pattern.and(tests);
        }
        if (!(condition instanceof Group group)) {
            return null;
        }
        List<Condition> parts = new ArrayList<>(group.parts());
        switch (group.connective()) {
            case AND -> {
                return with(tests, parts);
            }
            case OR -> {
                for (int i = 0; i < parts.size(); i++) {
                    Condition tested = tested(parts.get(i), tests);
                    if (tested == null) {
                        return null;
                    }
                    parts.set(i, tested);
                }
                return new Group(Connective.OR, parts);
            }
            default -> {
                return null;
            }
        }
    }
}
