package io.portcullis.rules.language;

import com.google.re2j.PatternSyntaxException;
import io.portcullis.rules.Bounds;
import io.portcullis.rules.language.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what stands right of an operator that is a word: {@code matches "/v1/.*"}, {@code in ("GET", "HEAD")}. */
final class OperatorReader {

    private static final List<String> OPERATORS = List.of("matches", "contains", "in");

    private final Words words;
    private final Names names;
    private final ConditionReader.Report report;

    OperatorReader(Words words, Names names, ConditionReader.Report report) {
        this.words = words;
        this.names = names;
        this.report = report;
    }

    /** @param negated whether a {@code not} stood before the operator */
    Term read(Term left, boolean negated) {
        Word operator = words.take();
        if (!OPERATORS.contains(operator.text()) && left.kind() == Kind.TRUTH) {
            throw new Refusal(operator.at(), "here should stand , or ) before " + operator);
        }
        if (!OPERATORS.contains(operator.text())) {
            throw new Refusal(
                    operator.at(),
                    "unknown operator \"" + operator.text() + "\"" + Hint.of(operator.text(), OPERATORS));
        }
        List<String> items = operator.is("in") ? list(left) : List.of();
        String right = operator.is("contains") ? text(operator) : "";
        boolean fits = left.kind() == Kind.TEXT || left.kind() == Kind.NUMBER && operator.is("in");
        if (!fits && !left.isWrong()) {
            report.error(operator.at(), "\"" + operator.text() + "\" cannot be asked of " + left.kind());
        }
        if (operator.is("matches")) {
            return matches(left, negated, fits);
        }
        if (!fits || items.isEmpty() && right.isEmpty()) {
            return Term.wrong(left.at());
        }
        String drl = items.isEmpty()
                ? left.drl() + (negated ? " not " : " ") + operator.text() + " " + right
                : among(left, items, negated);
        return new Term(Kind.TRUTH, drl, left.at());
    }

    /** Written as comparisons: Drools' own {@code in} makes a decimal of each number, every time. */
    private static String among(Term left, List<String> items, boolean negated) {
        String sign = negated ? "!=" : "==";
        return items.stream()
                .map(item -> ConstraintReader.compared(left, sign, item))
                .collect(Collectors.joining(negated ? " && " : " || ", "(", ")"));
    }

    private String text(Word operator) {
        Word text = words.take();
        if (text.type() != Word.Type.TEXT) {
            throw new Refusal(text.at(), "\"" + operator.text() + "\" needs a text on its right");
        }
        return '"' + text.text() + '"';
    }

    /** Written as a call with the number of the expression, which is compiled once and matched in linear time. */
    private Term matches(Term left, boolean negated, boolean fits) {
        Word text = words.take();
        if (text.type() != Word.Type.TEXT) {
            throw new Refusal(text.at(), "\"matches\" needs a text on its right");
        }
        try {
            int number = names.patterns().add(text.text().replace("\\\\", "\\"));
            return fits
                    ? new Term(
                            Kind.TRUTH,
                            (negated ? "!" : "") + "textMatches(" + number + ", " + left.drl() + ")",
                            left.at())
                    : Term.wrong(left.at());
        } catch (PatternSyntaxException e) {
            report.error(text.at(), "not a regular expression: " + e.getMessage());
            return Term.wrong(left.at());
        }
    }

    private List<String> list(Term left) {
        List<String> items = new ArrayList<>();
        boolean fine = true;
        words.expect("(");
        do {
            String sign = left.kind() == Kind.NUMBER && words.skip("-") ? "-" : "";
            Word item = words.take();
            if (items.size() == Bounds.LITERALS) {
                throw new Refusal(
                        item.at(),
                        "\"in\" takes at most " + Bounds.LITERALS
                                + " literals, as Drools' compiler cannot take many: list entities in a file such as"
                                + " lists/mine.txt, and ask ip.listed(\"mine\")");
            }
            if (item.type() != (left.kind() == Kind.NUMBER ? Word.Type.NUMBER : Word.Type.TEXT) && !left.isWrong()) {
                report.error(item.at(), "\"in\" needs literals, each of them " + left.kind() + ", on its right");
                fine = false;
            }
            fine &= item.type() != Word.Type.TEXT || ClosedWords.isFine(left, item.text(), item.at(), report);
            items.add(item.type() == Word.Type.NUMBER ? sign + ConstraintReader.asJava(item) : '"' + item.text() + '"');
        } while (words.skip(","));
        words.expect(")");
        return fine ? items : List.of();
    }
}
