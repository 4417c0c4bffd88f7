package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules on one activity at a time, in two kept sessions of Drools. One thread at a time. */
public final class Evaluator implements AutoCloseable {

    private final RuleSession tallies;
    private final RuleSession decisions;
    private final Choice choice = new Choice();

    public Evaluator(CompiledRules compiled) {
        this.tallies = new RuleSession(compiled.tallies());
        this.decisions = new RuleSession(compiled.decisions());
    }

    /** The tallies that rules have it count under; empty most often. */
    public List<String> tallies(Activity fact) {
        if (tallies.isEmpty()) {
            return List.of();
        }
        List<ParsedRule> fired = tallies.evaluate(fact);
        List<String> names = fired.isEmpty() ? List.of() : new ArrayList<>(fired.size());
        for (ParsedRule rule : fired) {
            if (rule.consequence() instanceof Consequence.Count count) {
                names.add(count.tally());
            }
        }
        tallies.clear();
        return names;
    }

    /**
     * The rules that fire: those that raise a signal, and those that set a mark. The list is the evaluator's own.
     *
     * @param event that the activity stands for; null for none
     */
    public List<ParsedRule> fire(Activity fact, @Nullable Activity event) {
        decisions.clear();
        if (event != null) {
            decisions.insert(event);
        }
        return decisions.evaluate(fact);
    }

    /** What the policy rules choose for the score, within its band, while activity and marks are still there. */
    public Choice choose(Supplier<Assessment> assessment, int score) {
        Band band = Band.of(score);
        choice.start(band);
        if (band == Band.MEDIUM || band == Band.HIGH) {
            for (ParsedRule rule : decisions.evaluate(assessment.get())) {
                if (rule.consequence() instanceof Consequence.Choose chosen) {
                    choice.take(chosen);
                }
            }
        }
        return choice;
    }

    @Override
    public void close() {
        tallies.close();
        decisions.close();
    }
}
