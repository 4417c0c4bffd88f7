package io.portcullis.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a pattern, {@code Login( failed, ip.count("login", "10m") > 3 )}. */
final class ConditionReader {

    private final Words words;
    private final Names names;
    private final Report report;

    /** Where it is said what is wrong. */
    @FunctionalInterface
    interface Report {
        void error(int at, String message);
    }

    ConditionReader(Words words, Names names, Report report) {
        this.words = words;
        this.names = names;
        this.report = report;
    }

    /** Empty when it is wrong, which has been reported then. */
    Optional<ReadPattern> read() {
        try {
            return parse();
        } catch (Refusal e) {
            report.error(e.at(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * As {@link #read}, up to the closing parenthesis.
     *
     * @throws Refusal when it cannot be read further
     */
    Optional<ReadPattern> parse() {
        Word name = words.take();
        Optional<FactType> fact = FactTypes.ofName(name.text());
        if (fact.isEmpty()) {
            report.error(name.at(), "there is no \"" + name.text() + "\"" + Hint.of(name.text(), FactTypes.names()));
            return Optional.empty();
        }
        List<Asked> asked = new ArrayList<>();
        List<Mentioned> mentioned = new ArrayList<>();
        List<Term> constraints = new ArrayList<>();
        int conditions = 0;
        int numbers = 0;
        words.expectBehind("(");
        while (!words.peek().is(")")) {
            ConstraintReader constraint = new ConstraintReader(words, fact.get(), names, report);
            constraints.add(constraint.read());
            asked.addAll(constraint.asked());
            mentioned.addAll(constraint.mentioned());
            conditions += constraint.conditions();
            numbers += constraint.numbers();
            if (words.isEndOfPatterns()) {
                words.expectBehind(")");
            }
            if (!words.peek().is(")")) {
                words.expect(",");
            }
        }
        if (constraints.stream().anyMatch(Term::isWrong)) {
            return Optional.empty();
        }
        Pattern pattern =
                new Pattern(name.text(), constraints.stream().map(Term::drl).toList());
        return Optional.of(new ReadPattern(
                fact.get(),
                pattern,
                asked.stream().distinct().toList(),
                mentioned.stream().distinct().toList(),
                conditions,
                numbers));
    }
}
