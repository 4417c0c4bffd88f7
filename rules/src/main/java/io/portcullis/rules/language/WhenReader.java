package io.portcullis.rules.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands between {@code when} and {@code then}: patterns over the activity and its marks, joined by
 * {@code and}, {@code or}, {@code not} and {@code exists}. Each pattern is read again from its text by a reader that
 * knows nothing but the vocabulary.
 */
final class WhenReader {

    private static final int MOST_PATTERNS = 16;
    private static final int DEEPEST = 4;
    private static final String ONLY =
            "a rule joins patterns such as Login( failed ) and Mark( \"…\" ) with \"and\", \"or\", \"not\" and"
                    + " \"exists\"; it has no variables, \"from\", \"forall\", \"accumulate\" or \"eval\": its entities"
                    + " are asked inside of a pattern";

    private final Source source;
    private final Names names;
    private final Diagnostics diagnostics;

    private final Set<String> facts = new LinkedHashSet<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Mentioned> mentioned = new ArrayList<>();
    private final Set<String> reads = new LinkedHashSet<>();
    private int patterns;
    private int conditions;
    private int numbers;

    WhenReader(Source source, Names names, Diagnostics diagnostics) {
        this.source = source;
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** The condition; null when it is wrong, which has been reported then. */
    @Nullable
    Condition read(AndDescr when, int ruleAt) {
        List<? extends BaseDescr> parts = when.getDescrs();
        if (parts.isEmpty()) {
            diagnostics.add(source, ruleAt, "a rule has at least one pattern, such as Login( failed )");
            return null;
        }
        try {
            Condition condition =
                    parts.size() == 1 ? part(parts.get(0), 0, true) : group(Condition.Connective.AND, parts, 0, true);
            if (!isAnchored(condition)) {
                throw new Refusal(
                        Math.max(0, parts.get(0).getStartCharacter()),
                        "a rule is about an activity: beside its marks and what is not, it needs a pattern such as"
                                + " Login( failed ) or Activity()");
            }
            return condition;
        } catch (Refusal e) {
            if (!String.valueOf(e.getMessage()).isEmpty()) {
                diagnostics.add(source, e.at(), String.valueOf(e.getMessage()));
            }
            return null;
        }
    }

    /** The types of fact that it is about. */
    Set<String> facts() {
        return facts;
    }

    List<Asked> asked() {
        return asked.stream().distinct().toList();
    }

    List<Mentioned> mentioned() {
        return mentioned.stream().distinct().toList();
    }

    /** The marks whose presence it builds on. */
    Set<String> reads() {
        return reads;
    }

    /** How many conditions a reader has to keep in mind. */
    int conditions() {
        return conditions;
    }

    int numbers() {
        return numbers;
    }

    /** Whether each way in which it can hold has an activity in it. */
    private static boolean isAnchored(Condition condition) {
        if (condition instanceof Condition.Group group) {
            return switch (group.connective()) {
                case AND -> group.parts().stream().anyMatch(WhenReader::isAnchored);
                case OR, EXISTS -> group.parts().stream().allMatch(WhenReader::isAnchored);
                case NOT -> false;
            };
        }
        return condition instanceof Pattern;
    }

    private Condition part(BaseDescr part, int depth, boolean present) {
        if (depth > DEEPEST) {
            throw new Refusal(Math.max(0, part.getStartCharacter()), "groups are nested at most " + DEEPEST + " deep");
        }
        if (part instanceof AndDescr and) {
            return group(Condition.Connective.AND, and.getDescrs(), depth, present);
        } else if (part instanceof OrDescr or) {
            return group(Condition.Connective.OR, or.getDescrs(), depth, present);
        } else if (part instanceof NotDescr not) {
            return group(Condition.Connective.NOT, not.getDescrs(), depth, false);
        } else if (part instanceof ExistsDescr exists) {
            return group(Condition.Connective.EXISTS, exists.getDescrs(), depth, present);
        } else if (part instanceof PatternDescr pattern && isPlain(pattern)) {
            return pattern(pattern, present);
        }
        throw new Refusal(Math.max(0, part.getStartCharacter()), ONLY);
    }

    private static boolean isPlain(PatternDescr pattern) {
        return pattern.getIdentifier() == null
                && pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && !pattern.isQuery()
                && pattern.getAnnotations().isEmpty();
    }

    /** @param parts some of Drools' types give them without their type */
    private Condition group(Condition.Connective connective, List<?> parts, int depth, boolean present) {
        List<Condition> read = new ArrayList<>();
        for (Object part : parts) {
            read.add(part((BaseDescr) part, depth + 1, present));
        }
        return new Condition.Group(connective, List.copyOf(read));
    }

    private Condition pattern(PatternDescr pattern, boolean present) {
        int at = Math.max(0, pattern.getStartCharacter());
        if (++patterns > MOST_PATTERNS) {
            throw new Refusal(at, "a rule has at most " + MOST_PATTERNS + " patterns");
        }
        Words words = new Words(source.text(), at);
        return words.peek().is("Mark") ? marked(words, present) : fact(words, at);
    }

    private Condition marked(Words words, boolean present) {
        words.take();
        words.expect("(");
        Word name = words.take();
        if (name.type() != Word.Type.TEXT) {
            throw new Refusal(
                    name.at(), "a mark is named by a text in quotes: Mark( \"few people behind the address\" )");
        }
        words.expect(")");
        if (!names.marks().contains(name.text())) {
            throw new Refusal(
                    name.at(), "no rule sets the mark \"" + name.text() + "\"" + Hint.of(name.text(), names.marks()));
        }
        conditions++;
        if (present) {
            reads.add(name.text());
        }
        return new Condition.Marked(name.text());
    }

    private Condition fact(Words words, int at) {
        ReadPattern read = new ConditionReader(
                        words, names, (where, message) -> diagnostics.add(source, where, message))
                .read()
                .orElseThrow(() -> new Refusal(at, ""));
        facts.add(read.fact().name());
        asked.addAll(read.asked());
        mentioned.addAll(read.mentioned());
        conditions += read.conditions();
        numbers += read.numbers();
        return read.pattern();
    }
}
