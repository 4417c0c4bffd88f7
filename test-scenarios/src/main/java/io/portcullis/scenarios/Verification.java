package io.portcullis.scenarios;

import io.portcullis.domain.decision.Action;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.decision.Reason;
import io.portcullis.rules.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds an expectation against what was decided, and tells what the rules saw where the two differ. */
final class Verification {

    private static final int MOST_ELSEWHERE = 5;

    /** A signal can have many rules. */
    private static final int MOST_SILENT = 5;

    private final Expectation expectation;
    private final List<Decided> all;
    private final List<Decided> concerned;
    private final Onlooker onlooker;

    /** Tells what rules see of an activity, whether they fire on it or not. */
    @FunctionalInterface
    interface Onlooker {
        /** @param name of a rule or a signal */
        List<Sight> sights(long position, String name);
    }

    Verification(Expectation expectation, List<Decided> all, Onlooker onlooker) {
        this.expectation = expectation;
        this.all = all;
        this.onlooker = onlooker;
        this.concerned = all.stream()
                .filter(decided -> expectation.concerns(decided.moment()))
                .toList();
    }

    /** Empty when all is as expected. */
    Optional<String> failure() {
        return switch (expectation.quantifier()) {
            case FIRST -> failure(concerned.get(0));
            case LAST -> failure(concerned.get(concerned.size() - 1));
            case ALL ->
                concerned.stream().map(this::failure).flatMap(Optional::stream).findFirst();
            case ANY ->
                concerned.stream().anyMatch(decided -> deviations(decided).isEmpty())
                        ? Optional.empty()
                        : failure(concerned.get(concerned.size() - 1));
        };
    }

    private Optional<String> failure(Decided decided) {
        List<String> deviations = deviations(decided);
        return deviations.isEmpty() ? Optional.empty() : Optional.of(describe(decided, deviations));
    }

    private List<String> deviations(Decided decided) {
        Decision decision = decided.decision();
        List<String> deviations = new ArrayList<>();
        if (!expectation.actions().isEmpty() && !expectation.actions().contains(decision.action())) {
            deviations.add("expected "
                    + expectation.actions().stream().map(Action::name).collect(Collectors.joining(" or ")));
        }
        Boolean flagged = expectation.flagged();
        if (flagged != null && flagged != decision.action().flags()) {
            deviations.add(flagged ? "expected to be flagged" : "expected not to be flagged");
        }
        expectation.fired().stream()
                .filter(name -> !decided.raised(name))
                .forEach(name -> deviations.add("expected \"" + name + "\""));
        expectation.silent().stream()
                .filter(decided::raised)
                .forEach(name -> deviations.add("expected no \"" + name + "\""));
        return deviations;
    }

    private String describe(Decided decided, List<String> deviations) {
        Decision decision = decided.decision();
        StringBuilder text = new StringBuilder(expectation.about())
                .append(": ")
                .append(String.join(", ", deviations))
                .append("; got ")
                .append(decision.action())
                .append(" with score ")
                .append(decision.score())
                .append(" (")
                .append(decided.where())
                .append(')');
        if (decision.reasons().isEmpty()) {
            text.append("\n    no rule fired on it");
        }
        decision.reasons().forEach(reason -> reason(text, reason, ""));
        expectation.fired().stream()
                .filter(name -> !decided.raised(name))
                .flatMap(name -> onlooker.sights(decision.position(), name).stream())
                .distinct()
                .limit(MOST_SILENT)
                .forEach(sight -> silent(text, sight));
        elsewhere(text, decided);
        return text.toString();
    }

    private void elsewhere(StringBuilder text, Decided but) {
        all.stream()
                .filter(decided ->
                        decided.decision().position() != but.decision().position())
                .flatMap(decided -> decided.decision().reasons().stream().map(reason -> new Fired(decided, reason)))
                .collect(Collectors.groupingBy(fired -> fired.reason().rule(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .limit(MOST_ELSEWHERE)
                .forEach(fired -> reason(
                        text,
                        fired.get(0).reason(),
                        " first on " + fired.get(0).decided().where() + ", on " + fired.size() + " in all"));
    }

    private record Fired(Decided decided, Reason reason) {}

    private static void reason(StringBuilder text, Reason reason, String where) {
        text.append("\n    ")
                .append(reason.rule())
                .append(" (")
                .append(reason.signal())
                .append(", score ")
                .append(reason.score())
                .append(", ")
                .append(reason.entity().kind().label())
                .append(' ')
                .append(reason.entity().id())
                .append(')')
                .append(where)
                .append(": ")
                .append(written(reason.evidence()));
    }

    private static void silent(StringBuilder text, Sight sight) {
        Map<String, Object> evidence = sight.evidence();
        text.append("\n    ")
                .append(sight.rule().name())
                .append(" (")
                .append(sight.rule().file())
                .append(':')
                .append(sight.rule().line())
                .append(") did not fire")
                .append(evidence == null ? ": it is about another type of activity" : "; it saw: " + written(evidence));
    }

    private static String written(Map<String, Object> evidence) {
        return evidence.entrySet().stream()
                .map(asked -> asked.getKey() + " = " + asked.getValue())
                .collect(Collectors.joining("; "));
    }
}
