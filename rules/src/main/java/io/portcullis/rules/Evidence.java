package io.portcullis.rules;

import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.language.Asked;
import io.portcullis.rules.language.Mentioned;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Question;
import io.portcullis.rules.memory.Recollection;
import io.portcullis.rules.vocabulary.Entity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The values that a rule saw when it fired: what it asked its entities, and the properties that it looked at. */
final class Evidence {

    private static final int LONGEST_TEXT = 200;

    /** Whom a person could be reached by is no evidence. */
    private static final Set<String> PERSONAL = Set.of("email", "phone");

    private Evidence() {}

    /** The rule and, of those others, the ones that set the marks which it builds on. */
    static List<ParsedRule> behind(ParsedRule rule, List<ParsedRule> others) {
        if (rule.reads().isEmpty()) {
            return List.of(rule);
        }
        Set<ParsedRule> behind = new LinkedHashSet<>();
        behind.add(rule);
        add(rule, others, behind);
        return List.copyOf(behind);
    }

    private static void add(ParsedRule rule, List<ParsedRule> others, Set<ParsedRule> behind) {
        for (ParsedRule other : others) {
            String mark = other.marks();
            if (mark != null && rule.reads().contains(mark) && behind.add(other)) {
                add(other, others, behind);
            }
        }
    }

    static Map<String, Object> of(
            List<ParsedRule> rules, EntityKind accused, List<Object> facts, Function<EntityKind, Entity> entity) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        for (ParsedRule rule : rules) {
            for (Mentioned mentioned : rule.mentioned()) {
                if (!PERSONAL.contains(mentioned.name())) {
                    facts.stream()
                            .filter(mentioned::isOf)
                            .findFirst()
                            .ifPresent(fact -> evidence.put(mentioned.name(), value(mentioned, fact)));
                }
            }
        }
        for (ParsedRule rule : rules) {
            for (Asked asked : rule.asked()) {
                String whose = asked.kind() == accused ? "" : asked.kind().label() + " ";
                evidence.put(whose + asked.question().label(), answer(asked.question(), entity.apply(asked.kind())));
            }
        }
        return Collections.unmodifiableMap(evidence);
    }

    private static Object answer(Question question, Entity entity) {
        return switch (question.function()) {
            case COUNT -> entity.count(question.tally(), question.window());
            case DISTINCT -> entity.distinct(question.subject(), question.tally(), question.window());
            case SUM -> sum(entity.sum(question.subject(), question.tally(), question.window()));
            case RATE -> rounded(entity.rate(question.tally(), question.window()));
            case SINCE -> since(entity.since(question.tally()));
            case AGE -> entity.age();
            case LISTED -> entity.listed(question.subject());
            case STANDING -> rounded(entity.standing());
            case IS_NEW -> entity.isNew(question.subject(), question.tally(), question.window());
            case SWITCHES -> entity.switches(question.subject(), question.tally(), question.window());
            case USUAL -> rounded(entity.usual(question.tally(), question.window()));
            case IRREGULARITY -> rounded(entity.irregularity(question.tally()));
            case RUN -> entity.run();
            case PEERS -> rounded(entity.peers(question.tally(), question.window()));
            case SPEED -> rounded(entity.speed(question.tally()));
        };
    }

    private static Object sum(double sum) {
        return Double.isNaN(sum) ? "in another currency" : rounded(sum);
    }

    private static Object since(long seconds) {
        return seconds == Recollection.NEVER ? "never" : seconds;
    }

    private static Object value(Mentioned mentioned, Object fact) {
        Object value = fact;
        try {
            for (Method accessor : mentioned.path()) {
                value = accessor.invoke(value);
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the vocabulary cannot be read: " + mentioned.name(), e);
        }
        if (value instanceof Double number) {
            return rounded(number);
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        String text = String.valueOf(value);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, endOfCharacter(text, LONGEST_TEXT));
    }

    /** Half a character could not be written as JSON. */
    private static int endOfCharacter(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** To three decimals, in a way that no version of Java prints differently. */
    private static Object rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(Math.round(value * 1000), 3).stripTrailingZeros();
        return rounded.scale() <= 0 ? (Object) rounded.longValue() : rounded;
    }
}
