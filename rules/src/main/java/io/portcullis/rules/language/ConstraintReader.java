package io.portcullis.rules.language;

import io.portcullis.rules.language.Term.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one constraint of a pattern, and writes it again from what it understood: comparisons, arithmetic and literals
 * over properties of the fact, and questions to its entities. Drools gets to see nothing else of what an analyst wrote,
 * so that whatever its parsers and Java's compiler would make of the rest cannot matter.
 */
final class ConstraintReader {

    private static final Set<String> EQUALITY = Set.of("==", "!=");
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

    /** Drools' own parser takes more than twice as long for each further pair. */
    private static final int DEEPEST = 4;

    private static final int MOST_OPERANDS = 100;

    private final Words words;
    private final PathReader paths;
    private final ConditionReader.Report report;

    private final Names names;

    private int depth;
    private int operands;
    private int conditions = 1;
    private int numbers;
    /** What {@code == "b"} compares in {@code reason == "a" || == "b"}. */
    private @Nullable Term compared;

    ConstraintReader(Words words, FactType fact, Names names, ConditionReader.Report report) {
        this.words = words;
        this.report = report;
        this.names = names;
        this.paths = new PathReader(words, fact, names, report);
    }

    /** A yes or no, or a wrong term when an error was reported. */
    Term read() {
        return truth(either());
    }

    List<Asked> asked() {
        return paths.asked();
    }

    List<Mentioned> mentioned() {
        return paths.mentioned();
    }

    /** How many things it compares or asks: each side of an {@code &&} or {@code ||} is one. */
    int conditions() {
        return conditions;
    }

    /** How many numbers it names. */
    int numbers() {
        return numbers;
    }

    private Term either() {
        Term left = both();
        while (words.skip("||")) {
            conditions++;
            left = join(truth(left), " || ", truth(both()), Kind.TRUTH);
        }
        return left;
    }

    private Term both() {
        Term left = comparison();
        while (words.skip("&&")) {
            conditions++;
            left = join(truth(left), " && ", truth(comparison()), Kind.TRUTH);
        }
        return left;
    }

    private Term comparison() {
        Term left = compared != null && isComparison(words.peek()) ? compared : sum();
        Word sign = words.peek();
        if (isComparison(sign)) {
            compared = left;
            words.take();
            return compare(left, sign, sum());
        }
        Word not = words.peek();
        boolean negated = words.skip("not");
        Word operator = words.peek();
        if (negated && (operator.is("Mark") || FactTypes.ofName(operator.text()).isPresent())) {
            throw new Refusal(not.at(), "here ) is missing, before not");
        }
        if (negated || operator.type() == Word.Type.NAME && !words.isEndOfPatterns()) {
            return new OperatorReader(words, names, report).read(left, negated);
        }
        return left;
    }

    private static boolean isComparison(Word word) {
        return EQUALITY.contains(word.text()) && word.is(word.text())
                || ORDER.contains(word.text()) && word.is(word.text());
    }

    private Term compare(Term left, Word sign, Term right) {
        if (left.isWrong() || right.isWrong()) {
            return Term.wrong(left.at());
        }
        boolean comparable = EQUALITY.contains(sign.text())
                ? left.kind() == right.kind() && left.kind() != Kind.ENTITY && left.kind() != Kind.WHOLE
                : left.kind() == Kind.NUMBER && right.kind() == Kind.NUMBER;
        if (!comparable && left.drl().startsWith("attribute(") && right.kind() == Kind.NUMBER) {
            return wrong(
                    left.at(),
                    "attribute(\"…\") is a text; as a number it is "
                            + left.drl().replace("attribute(", "number("));
        }
        if (!comparable) {
            return wrong(
                    sign.at(),
                    "\"" + sign.text() + "\" cannot compare " + left.kind() + " with " + right.kind()
                            + (left.kind() == Kind.ENTITY || right.kind() == Kind.ENTITY
                                    ? ": an entity's identifier is its id, as in ip.id"
                                    : ""));
        }
        boolean fine = canBe(left, right) && canBe(right, left);
        if (fine && mayBeMissing(right)) {
            return new Term(Kind.TRUTH, comparison(left.drl(), sign.text(), right.drl()), left.at());
        }
        if (fine && mayBeMissing(left)) {
            return new Term(Kind.TRUTH, compared(left, sign.text(), right.drl()), left.at());
        }
        return fine ? join(left, " " + sign.text() + " ", right, Kind.TRUTH) : Term.wrong(left.at());
    }

    /** What is missing differs from nothing, and Drools takes it for the largest of all where {@code >=} asks. */
    private static String comparison(String left, String sign, String right) {
        return switch (sign) {
            case "!=" -> "(%1$s < %2$s || %1$s > %2$s)".formatted(left, right);
            case ">=" -> "(%1$s > %2$s || %1$s == %2$s)".formatted(left, right);
            case "<=" -> "(%1$s < %2$s || %1$s == %2$s)".formatted(left, right);
            default -> left + " " + sign + " " + right;
        };
    }

    static String compared(Term left, String sign, String right) {
        return mayBeMissing(left) ? comparison(left.drl(), sign, right) : left.drl() + " " + sign + " " + right;
    }

    private static boolean mayBeMissing(Term term) {
        return term.drl().contains(PathReader.NUMBER + "(") || term.drl().contains(PathReader.SUM_OF_AMOUNTS);
    }

    private boolean canBe(Term property, Term other) {
        boolean literal = other.drl().startsWith("\"");
        return !literal
                || ClosedWords.isFine(
                        property, other.drl().substring(1, other.drl().length() - 1), other.at(), report);
    }

    private Term sum() {
        Term left = product();
        while (words.peek().is("+") || words.peek().is("-")) {
            String sign = words.take().text();
            left = join(number(left), " " + sign + " ", number(product()), Kind.NUMBER);
        }
        return left;
    }

    private Term product() {
        Term left = signed();
        while (words.peek().is("*") || words.peek().is("/") || words.peek().is("%")) {
            Word sign = words.take();
            Word divisor = words.peek();
            Term right = signed();
            if (!sign.is("*") && (divisor.type() != Word.Type.NUMBER || Double.parseDouble(divisor.text()) == 0)) {
                right = wrong(
                        divisor.at(), "divide by a number that is not zero: instead of a / b > 3, write a > 3 * b");
            }
            left = join(number(left), " " + sign.text() + " ", number(right), Kind.NUMBER);
        }
        return left;
    }

    private Term signed() {
        int at = words.peek().at();
        if (words.skip("!")) {
            Term operand = truth(operand());
            if (mayBeMissing(operand)) {
                return wrong(at, "a number that may be missing is compared the other way round, and not negated");
            }
            return operand.isWrong() ? operand : new Term(Kind.TRUTH, "!" + operand.drl(), at);
        }
        if (words.skip("-")) {
            Term operand = number(operand());
            return operand.isWrong() ? operand : new Term(Kind.NUMBER, "-" + operand.drl(), at);
        }
        return operand();
    }

    private Term operand() {
        Word word = words.peek();
        if (++operands > MOST_OPERANDS) {
            throw new Refusal(word.at(), "a constraint has at most " + MOST_OPERANDS + " operands");
        }
        if (words.skip("(")) {
            return enclosed(word.at());
        }
        return switch (word.type()) {
            case TEXT -> new Term(Kind.TEXT, '"' + words.take().text() + '"', word.at());
            case NUMBER -> {
                numbers++;
                yield new Term(Kind.NUMBER, asJava(words.take()), word.at());
            }
            case NAME -> paths.read();
            case SIGN, END -> throw new Refusal(word.at(), "here should stand something to compare instead of " + word);
        };
    }

    private Term enclosed(int at) {
        if (++depth > DEEPEST) {
            throw new Refusal(at, "parentheses are nested at most " + DEEPEST + " deep");
        }
        Term inner = either();
        words.expect(")");
        depth--;
        return inner.isWrong() ? inner : new Term(inner.kind(), "(" + inner.drl() + ")", at);
    }

    /** A literal number. Java takes a bare whole one for an int, and one that begins with 0 for octal. */
    static String asJava(Word literal) {
        String number = literal.text();
        boolean whole = number.indexOf('.') < 0;
        return whole && Long.parseLong(number) > Integer.MAX_VALUE
                ? number + ".0"
                : whole ? Long.toString(Long.parseLong(number)) : number;
    }

    private Term truth(Term term) {
        return need(Kind.TRUTH, term);
    }

    private Term number(Term term) {
        return need(Kind.NUMBER, term);
    }

    private Term need(Kind kind, Term term) {
        return term.isWrong() || term.kind() == kind
                ? term
                : wrong(term.at(), "here should stand " + kind + " instead of " + term.kind());
    }

    private static Term join(Term left, String sign, Term right, Kind kind) {
        return left.isWrong() || right.isWrong()
                ? Term.wrong(left.at())
                : new Term(kind, left.drl() + sign + right.drl(), left.at());
    }

    private Term wrong(int at, String message) {
        report.error(at, message);
        return Term.wrong(at);
    }
}
