package io.portcullis.rules.language;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.memory.Dimension;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Question.Function;
import io.portcullis.rules.memory.SumField;
import io.portcullis.rules.memory.WindowLiteral;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a question to an entity, {@code ip.distinct("account", "login.failed", "10m")}, and checks its words. */
final class QuestionReader {

    private static final Set<EntityKind> WITHOUT_PEERS =
            Set.of(EntityKind.NETWORK, EntityKind.CLIENT, EntityKind.ENDPOINT);

    /** They divide a day. */
    private static final Set<String> WINDOWS_OF_PEERS = Set.of("10m", "1h", "24h");

    private final Names names;
    private final ConditionReader.Report report;

    QuestionReader(Names names, ConditionReader.Report report) {
        this.names = names;
        this.report = report;
    }

    Optional<Asked> read(String entity, Word call, List<Word> arguments) {
        Optional<Function> function = Function.ofLabel(call.text());
        if (function.isEmpty()) {
            List<String> known =
                    Arrays.stream(Function.values()).map(Function::label).toList();
            report.error(call.at(), "an entity has no \"" + call + "\"" + Hint.of(call.text(), known));
            return Optional.empty();
        }
        for (Word argument : arguments) {
            if (argument.text().isEmpty()) {
                report.error(argument.at(), "an empty text names nothing");
                return Optional.empty();
            }
        }
        Optional<EntityKind> kind = EntityKind.ofLabel(entity);
        Question question = question(
                function.get(), call, arguments.stream().map(Word::text).toList());
        if (question == null
                || !isKnown(question, arguments)
                || !isListedKind(question, kind, arguments)
                || !isComparable(question, kind, call, arguments)) {
            return Optional.empty();
        }
        return kind.map(asked -> new Asked(asked, question));
    }

    private @Nullable Question question(Function function, Word call, List<String> words) {
        int count = words.size();
        int needed = needed(function);
        if (count == needed - 1
                && words.stream().noneMatch(word -> WindowLiteral.millis(word).isPresent())) {
            report.error(
                    call.at(),
                    "a window is missing: " + call
                            + words.stream().map(word -> '"' + word + "\", ").collect(Collectors.joining("", "(", ""))
                            + "\"10m\")");
            return null;
        }
        return switch (function) {
            case COUNT, RATE, PEERS ->
                count == 2 ? new Question(function, "", words.get(0), words.get(1)) : wrong(call, "(tally, window)");
            case DISTINCT, IS_NEW, SWITCHES ->
                count == 3
                        ? new Question(function, words.get(0), words.get(1), words.get(2))
                        : count == 2
                                ? new Question(function, words.get(0), "", words.get(1))
                                : wrong(call, "(kind, window) or (kind, tally, window)");
            case SUM ->
                count == 3
                        ? new Question(function, words.get(0), words.get(1), words.get(2))
                        : wrong(call, "(field, tally, window)");
            case USUAL ->
                count == 2 ? new Question(function, "", words.get(0), words.get(1)) : wrong(call, "(tally, window)");
            case LISTED -> count == 1 ? new Question(function, words.get(0), "", "") : wrong(call, "(list)");
            case SINCE, IRREGULARITY, SPEED ->
                count == 1 ? new Question(function, "", words.get(0), "") : wrong(call, "(tally)");
            case AGE, STANDING, RUN -> count == 0 ? new Question(function, "", "", "") : wrong(call, "()");
        };
    }

    /** How many words a question has at least whose last one is a window; 0 of others. */
    private static int needed(Function function) {
        return switch (function) {
            case COUNT, RATE, PEERS, USUAL, DISTINCT, IS_NEW, SWITCHES -> 2;
            case SUM -> 3;
            case LISTED, SINCE, IRREGULARITY, SPEED, AGE, STANDING, RUN -> 0;
        };
    }

    private @Nullable Question wrong(Word call, String form) {
        report.error(call.at(), "this question is written " + call + form);
        return null;
    }

    private boolean isKnown(Question question, List<Word> arguments) {
        Iterator<Word> words = arguments.iterator();
        return (question.subject().isEmpty() || isKnownSubject(question, words.next()))
                && (question.tally().isEmpty() || isKnownTally(words.next()))
                && (question.window().isEmpty() || isWindow(words.next()));
    }

    /** A list is of one kind, and what another kind asks of it would never be so. */
    private boolean isListedKind(Question question, Optional<EntityKind> kind, List<Word> arguments) {
        if (question.function() != Function.LISTED || kind.isEmpty()) {
            return true;
        }
        Word list = arguments.get(0);
        Collection<String> known = names.lists().namesFor(kind.get());
        if (known.contains(list.text())) {
            return true;
        }
        String of = names.lists().subject(list.text());
        if (of.isEmpty()) {
            return unknown("list of " + kind.get().label(), list, known);
        }
        report.error(
                list.at(),
                "the list \"" + list.text() + "\" is of " + of + ", not of "
                        + kind.get().label() + Hint.of(list.text(), known));
        return false;
    }

    /** Only who uses endpoints has peers there, and only over a few windows. */
    private boolean isComparable(Question question, Optional<EntityKind> kind, Word call, List<Word> arguments) {
        if (question.function() != Function.PEERS || kind.isEmpty()) {
            return true;
        }
        if (WITHOUT_PEERS.contains(kind.get())) {
            report.error(
                    call.at(),
                    "only who uses endpoints has peers there, such as account, apiKey, ip or session: "
                            + kind.get().label() + " has none");
            return false;
        }
        Word window = arguments.get(1);
        if (!WINDOWS_OF_PEERS.contains(window.text())) {
            report.error(
                    window.at(),
                    "peers are compared over \"10m\", \"1h\" or \"24h\", not over \"" + window.text() + "\"");
            return false;
        }
        return true;
    }

    private boolean isKnownSubject(Question question, Word subject) {
        boolean sum = question.function() == Function.SUM;
        List<String> known =
                switch (question.function()) {
                    case DISTINCT, IS_NEW, SWITCHES -> Dimension.LABELS;
                    case SUM ->
                        Arrays.stream(SumField.values()).map(SumField::label).toList();
                    default -> List.of(subject.text());
                };
        if (known.contains(subject.text()) || !sum && Dimension.isKnown(subject.text())) {
            return true;
        }
        int dot = subject.text().indexOf('.');
        boolean attribute = !sum && dot >= 0 && question.function() != Function.PEERS;
        return attribute
                ? unknown(
                        "kind",
                        subject,
                        List.of(Dimension.ATTRIBUTE + subject.text().substring(dot + 1)))
                : unknown(sum ? "field" : "kind", subject, known);
    }

    private boolean isKnownTally(Word tally) {
        return names.tallies().exists(tally.text())
                || unknown("tally", tally, names.tallies().all());
    }

    private boolean unknown(String what, Word word, Collection<String> known) {
        report.error(word.at(), "there is no " + what + " \"" + word.text() + "\"" + Hint.of(word.text(), known));
        return false;
    }

    private boolean isWindow(Word window) {
        if (WindowLiteral.millis(window.text()).isPresent()) {
            return true;
        }
        report.error(
                window.at(),
                "\"" + window.text() + "\" is no window: write seconds, minutes, hours or days, up to 366 days,"
                        + " such as \"30s\", \"10m\", \"24h\", \"30d\"");
        return false;
    }
}
