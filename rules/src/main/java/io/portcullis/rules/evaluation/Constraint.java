package io.portcullis.rules.evaluation;

import java.util.regex.Pattern;
import org.drools.model.functions.Predicate1;
import org.drools.modelcompiler.constraints.LambdaConstraint;

/** A constraint as Drools compiled it. Safe for use by several threads, as none has an effect. */
final class Constraint {

    /** Calls that are answered by the activity and the lists alone; any other may ask the memory. */
    private static final Pattern PLAIN_CALL = Pattern.compile("\\b(attribute|listed|signalled)\\(");

    private static final Pattern CALL = Pattern.compile("\\w\\(");

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");

    private final String text;
    private final boolean asks;
    private final Predicate1<Object> predicate;

    private Constraint(String text, boolean asks, Predicate1<Object> predicate) {
        this.text = text;
        this.asks = asks;
        this.predicate = predicate;
    }

    /** @param text of which it was compiled */
    @SuppressWarnings("unchecked")
    static Constraint of(String text, org.drools.base.rule.constraint.Constraint compiled) {
        Predicate1<Object> predicate =
                ((LambdaConstraint) compiled).getEvaluator().getConstraint().getPredicate1();
        // Drools wraps what it compiled, and the wrapper costs as much as most constraints.
        return new Constraint(
                text,
                asks(text),
                predicate instanceof Predicate1.Impl<Object> wrapper
                        ? (Predicate1<Object>) wrapper.getLambda()
                        : predicate);
    }

    static boolean asks(String text) {
        return questions(text) > 0;
    }

    /** How many questions it asks the memory. */
    static int questions(String text) {
        String calls = LITERAL.matcher(text).replaceAll("");
        return (int)
                CALL.matcher(PLAIN_CALL.matcher(calls).replaceAll("")).results().count();
    }

    /** As in the rule, written anew. */
    String text() {
        return text;
    }

    /** Whether it asks the memory something. */
    boolean asks() {
        return asks;
    }

    boolean holds(Object fact) {
        try {
            return predicate.test(fact);
        } catch (Exception e) {
            throw new IllegalStateException("cannot be evaluated: " + text, e);
        }
    }
}
