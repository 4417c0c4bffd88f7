package io.portcullis.rules.language;

import com.github.javaparser.ast.expr.Expression;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Dimension;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Question.Function;
import io.portcullis.rules.memory.SumField;
import io.portcullis.rules.memory.WindowLiteral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a question to an entity, {@code ip.distinct("account", "login.failed", "10m")}, and checks its words. */
final class QuestionReader {

    private final TallyNames tallies;
    private final ConstraintReader.Report report;

    QuestionReader(TallyNames tallies, ConstraintReader.Report report) {
        this.tallies = tallies;
        this.report = report;
    }

    Optional<Asked> read(String entity, String name, List<Expression> arguments) {
        Optional<Function> function = Function.ofLabel(name);
        if (function.isEmpty()) {
            List<String> known =
                    Arrays.stream(Function.values()).map(Function::label).toList();
            report.error(name, "an entity has no \"" + name + "\"" + Nearest.hint(name, known));
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (Expression argument : arguments) {
            String word = ConstraintReader.literal(argument);
            if (word == null) {
                report.error(name, "\"" + name + "\" takes texts only, so that its memory can be planned");
                return Optional.empty();
            }
            words.add(word);
        }
        Question question = question(function.get(), words);
        if (question == null || !isKnown(question)) {
            return Optional.empty();
        }
        return EntityKind.ofLabel(entity).map(kind -> new Asked(kind, question));
    }

    private @Nullable Question question(Function function, List<String> words) {
        int count = words.size();
        return switch (function) {
            case COUNT, RATE ->
                count == 2
                        ? new Question(function, "", words.get(0), words.get(1))
                        : wrong(function, "(tally, window)");
            case DISTINCT ->
                count == 3
                        ? new Question(function, words.get(0), words.get(1), words.get(2))
                        : count == 2
                                ? new Question(function, words.get(0), "", words.get(1))
                                : wrong(function, "(kind, window) or (kind, tally, window)");
            case SUM ->
                count == 3
                        ? new Question(function, words.get(0), words.get(1), words.get(2))
                        : wrong(function, "(field, tally, window)");
            case SINCE -> count == 1 ? new Question(function, "", words.get(0), "") : wrong(function, "(tally)");
            case AGE, STANDING -> count == 0 ? new Question(function, "", "", "") : wrong(function, "()");
        };
    }

    private @Nullable Question wrong(Function function, String form) {
        report.error(function.label(), "this question is written " + function.label() + form);
        return null;
    }

    private boolean isKnown(Question question) {
        return isKnownSubject(question) && isKnownTally(question.tally()) && isWindow(question.window());
    }

    private boolean isKnownSubject(Question question) {
        List<String> known =
                switch (question.function()) {
                    case DISTINCT -> Dimension.LABELS;
                    case SUM ->
                        Arrays.stream(SumField.values()).map(SumField::label).toList();
                    default -> List.of("");
                };
        return known.contains(question.subject()) || unknown("kind or field", question.subject(), known);
    }

    private boolean isKnownTally(String tally) {
        return tally.isEmpty() || tallies.exists(tally) || unknown("tally", tally, List.copyOf(tallies.all()));
    }

    private boolean unknown(String what, String name, List<String> known) {
        report.error(name, "there is no " + what + " \"" + name + "\"" + Nearest.hint(name, known));
        return false;
    }

    private boolean isWindow(String window) {
        if (window.isEmpty() || WindowLiteral.millis(window).isPresent()) {
            return true;
        }
        report.error(
                window,
                "\"" + window + "\" is no window: write seconds, minutes, hours or days, up to 366 days,"
                        + " such as \"30s\", \"10m\", \"24h\", \"30d\"");
        return false;
    }
}
