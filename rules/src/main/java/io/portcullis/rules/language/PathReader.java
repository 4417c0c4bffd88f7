package io.portcullis.rules.language;

import io.portcullis.rules.language.Term.Kind;
import io.portcullis.rules.vocabulary.Entity;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what begins with a name: a property, {@code app.platform}, or a question, {@code ip.count("login", "1h")}. */
final class PathReader {

    /** The call that answers with a number which may be missing. */
    static final String NUMBER = "number";

    /** The same of an entity, where it uses another currency. */
    static final String SUM_OF_AMOUNTS = ".sum(\"amount\"";

    private final Words words;
    private final FactType fact;
    private final QuestionReader questions;
    private final ConditionReader.Report report;

    private final List<Asked> asked = new ArrayList<>();
    private final List<Mentioned> mentioned = new ArrayList<>();

    PathReader(Words words, FactType fact, Names names, ConditionReader.Report report) {
        this.words = words;
        this.fact = fact;
        this.questions = new QuestionReader(names, report);
        this.report = report;
    }

    List<Asked> asked() {
        return asked;
    }

    List<Mentioned> mentioned() {
        return mentioned;
    }

    Term read() {
        List<Word> names = new ArrayList<>();
        do {
            Word name = words.take();
            if (name.type() != Word.Type.NAME) {
                throw new Refusal(name.at(), "here should stand a name instead of " + name);
            }
            names.add(name);
        } while (words.skip("."));
        Word first = names.get(0);
        if (words.peek().is("(")) {
            Word call = names.remove(names.size() - 1);
            return names.isEmpty() ? ownCall(call) : question(names, call, arguments());
        }
        if (first.is("null")) {
            throw new Refusal(first.at(), "nothing is ever null here: what is not known is empty, or 0");
        }
        if (names.size() == 1 && (first.is("true") || first.is("false"))) {
            return new Term(Kind.TRUTH, first.text(), first.at());
        }
        return property(names);
    }

    private List<Word> arguments() {
        List<Word> arguments = new ArrayList<>();
        words.expect("(");
        if (!words.skip(")")) {
            do {
                Word argument = words.take();
                if (argument.type() != Word.Type.TEXT) {
                    throw new Refusal(
                            argument.at(),
                            "here should stand a text in quotes, so that memory can be planned, instead of "
                                    + argument);
                }
                arguments.add(argument);
            } while (words.skip(","));
            words.expectBehind(")");
        }
        return arguments;
    }

    private Term property(List<Word> names) {
        List<Method> path = path(names);
        if (path.isEmpty()) {
            return Term.wrong(names.get(0).at());
        }
        String drl = joined(names);
        Kind kind = kindOf(path.get(path.size() - 1).getReturnType());
        if (kind == Kind.TEXT || kind == Kind.NUMBER) {
            mentioned.add(new Mentioned(drl, path));
        }
        return new Term(kind, drl, names.get(0).at());
    }

    private static Kind kindOf(Class<?> type) {
        if (type == boolean.class) {
            return Kind.TRUTH;
        }
        if (type == String.class) {
            return Kind.TEXT;
        }
        return type.isPrimitive() ? Kind.NUMBER : Entity.class.isAssignableFrom(type) ? Kind.ENTITY : Kind.WHOLE;
    }

    private Term question(List<Word> names, Word call, List<Word> arguments) {
        List<Method> path = path(names);
        int at = names.get(0).at();
        if (path.isEmpty()) {
            return Term.wrong(at);
        }
        if (kindOf(path.get(path.size() - 1).getReturnType()) != Kind.ENTITY) {
            report.error(call.at(), "only entities can be asked, and \"" + joined(names) + "\" is none");
            return Term.wrong(at);
        }
        return questions
                .read(names.get(names.size() - 1).text(), call, arguments)
                .map(question -> {
                    asked.add(question);
                    Kind kind =
                            switch (question.question().function()) {
                                case IS_NEW, LISTED -> Kind.TRUTH;
                                default -> Kind.NUMBER;
                            };
                    return new Term(kind, joined(names) + "." + written(call, arguments), at);
                })
                .orElse(Term.wrong(at));
    }

    private Term ownCall(Word call) {
        List<String> known = fact.name().equals("Assessment") ? List.of("signalled") : List.of("attribute", NUMBER);
        if (!known.contains(call.text())) {
            throw new Refusal(
                    call.at(), "unknown call \"" + call + "\" of " + fact.name() + Hint.of(call.text(), known));
        }
        List<Word> arguments = arguments();
        if (arguments.size() != 1) {
            report.error(call.at(), "\"" + call + "\" needs one text: " + call + "(\"…\")");
            return Term.wrong(call.at());
        }
        Kind kind =
                switch (call.text()) {
                    case "signalled" -> Kind.TRUTH;
                    case NUMBER -> Kind.NUMBER;
                    default -> Kind.TEXT;
                };
        return new Term(kind, written(call, arguments), call.at());
    }

    /** The accessors from the fact to a property; none, with an error reported, when there is no such property. */
    private List<Method> path(List<Word> names) {
        List<Method> path = new ArrayList<>();
        FactType type = fact;
        for (Word name : names) {
            Method accessor = type.properties().get(name.text());
            if (accessor == null) {
                report.error(
                        name.at(),
                        type.name() + " has no \"" + name.text() + "\""
                                + Hint.of(name.text(), type.properties().keySet()));
                return List.of();
            }
            path.add(accessor);
            type = FactType.of(accessor.getReturnType());
        }
        return List.copyOf(path);
    }

    private static String joined(List<Word> names) {
        return names.stream().map(Word::text).collect(Collectors.joining("."));
    }

    private static String written(Word call, List<Word> arguments) {
        return arguments.stream()
                .map(argument -> '"' + argument.text() + '"')
                .collect(Collectors.joining(", ", call.text() + "(", ")"));
    }
}
