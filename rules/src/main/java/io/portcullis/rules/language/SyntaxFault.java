package io.portcullis.rules.language;

import io.portcullis.rules.reference.Lists;
import io.portcullis.rules.vocabulary.Patterns;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out where a file goes wrong that Drools' parser cannot read: that complains of whatever comes after a missing
 * bracket. Annotations and patterns are read again, by what reads them when the file is right.
 */
final class SyntaxFault {

    private static final Pattern HEADS = Pattern.compile(Unclosed.COMMENT_OR_TEXT
            + "|@(?<annotation>\\w+)(?:\\s*\\(\\s*(?:\"[^\"]*\"|[^()\"@]*)\\s*\\))?(?<more>\\s*[(\"])?"
            + "|\\b(?<word>rule|when|then|end)\\b"
            + "|(?<![@\\w.])(?<bare>signal|threat|score|entity|description)\\s*\\("
            + "|\\b(?<fact>" + String.join("|", FactTypes.names()) + ")\\s*\\(");

    private static final String OUT_OF_PLACE = "an annotation stands between the rule's name and its \"when\"";

    private final String text;
    /** What other files define is not known yet. */
    private final Names names = new Names(new TallyNames(), Lists.NONE, new TreeSet<>(), new Patterns.Builder());

    private SyntaxFault(String text) {
        this.text = text;
    }

    /** The first of a file; empty when it is of another sort. */
    static Optional<Refusal> find(String rules) {
        try {
            new SyntaxFault(rules).read();
            return Optional.empty();
        } catch (Refusal e) {
            if (String.valueOf(e.getMessage()).startsWith("\"@\"")) {
                return Optional.of(new Refusal(e.at(), OUT_OF_PLACE));
            }
            return e.getMessage() == null ? Optional.empty() : Optional.of(e);
        }
    }

    private void read() {
        Matcher found = HEADS.matcher(text);
        boolean head = false;
        int from = 0;
        while (found.find(from)) {
            from = found.end();
            if (found.group("word") != null) {
                head = found.group("word").equals("rule");
                from = found.group("word").equals("when") ? patterns(new Words(text, from)) : from;
            } else if (found.group("annotation") != null) {
                annotation(found, head);
            } else if (found.group("bare") != null && head) {
                throw new Refusal(found.start(), "an annotation begins with @: @" + found.group("bare"));
            } else if (found.group("fact") != null && head) {
                throw new Refusal(found.start(), "\"when\" is missing before this");
            }
        }
    }

    private static void annotation(Matcher found, boolean head) {
        String name = found.group("annotation");
        if (!head) {
            throw new Refusal(found.start(), OUT_OF_PLACE);
        }
        if (found.group("more") != null) {
            throw new Refusal(
                    found.start(), "@" + name + " is written @" + name + (name.equals("score") ? "(60)" : "(\"…\")"));
        }
    }

    /** @return where the patterns end */
    private int patterns(Words words) {
        int open = 0;
        while (!words.peek().is("then")) {
            Word word = words.peek();
            if (word.is("(")) {
                open++;
                words.take();
            } else if (word.is(")")) {
                if (--open < 0) {
                    throw new Refusal(word.at(), "this ) closes nothing");
                }
                words.take();
            } else if (word.is("Mark")) {
                mark(words);
            } else if (FactTypes.ofName(word.text()).isPresent()) {
                new ConditionReader(words, names, (at, message) -> {}).parse();
                words.expectBehind(")");
            } else if (word.is("and") || word.is("or") || word.is("not") || word.is("exists") || word.is(";")) {
                words.take();
            } else if (word.is("risk") || word.is("tally")) {
                throw new Refusal(word.at(), "\"then\" is missing before this");
            } else if (word.is("end")) {
                throw new Refusal(word.at(), "\"then\" is missing before this \"end\"");
            } else {
                throw new Refusal(word.at(), null);
            }
        }
        if (open > 0) {
            words.expectBehind(")");
        }
        return words.peek().at();
    }

    private static void mark(Words words) {
        words.take();
        words.expectBehind("(");
        if (words.peek().type() == Word.Type.TEXT) {
            words.take();
        }
        words.expectBehind(")");
    }
}
