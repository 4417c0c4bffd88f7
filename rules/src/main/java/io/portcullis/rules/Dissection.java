package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.decision.Decision;
import io.portcullis.domain.entity.EntityKind;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.evaluation.LoneRule;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Memory;
import io.portcullis.rules.vocabulary.Means;
import io.portcullis.rules.vocabulary.Recall;
import java.util.List;
import java.util.function.Function;

/** An engine that is driven step by step, by those who measure what each step costs. */
public final class Dissection implements AutoCloseable {

    private final RuleSet rules;
    private final Engine engine;
    private List<ParsedRule> fired = List.of();

    public Dissection(RuleSet rules) {
        this.rules = rules;
        this.engine = new Engine(rules);
    }

    /** The first step: what needs no memory. */
    public Prepared prepare(Activity activity) {
        return engine.prepare(activity);
    }

    /** The second: the memory takes the activity in. */
    public void remember(Prepared prepared) {
        engine.remember(prepared);
    }

    /** The third: all rules see it. */
    public void evaluate() {
        fired = engine.evaluate();
    }

    /** The last: what follows from those that fired. */
    public Decision conclude(long position) {
        return engine.conclude(fired, position);
    }

    /** Each rule alone, without policy rules, which see few activities. Whoever takes them closes them. */
    public List<LoneRule> rules() {
        return rules.parsed().stream()
                .filter(rule -> !(rule.consequence() instanceof Consequence.Choose))
                .map(rule -> LoneRule.of(rule, rules.schema()))
                .toList();
    }

    /** Whether the rule alone fires on the activity that was remembered last. */
    public boolean evaluate(LoneRule rule) {
        return rule.evaluate(engine.onStage());
    }

    /** The rules without the engine around them. */
    public static Evaluator bare(RuleSet rules) {
        return new Evaluator(rules.compiled());
    }

    /** What the rules give facts to answer with. */
    public static Means means(RuleSet rules) {
        return rules.means();
    }

    /** What entities answer that remember nothing, whatever the rules ask them. */
    public static Function<EntityKind, Recall> amnesia(RuleSet rules) {
        return new Memory(rules.schema())::recollection;
    }

    @Override
    public void close() {
        engine.close();
    }
}
