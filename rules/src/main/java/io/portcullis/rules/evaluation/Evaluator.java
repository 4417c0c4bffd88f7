package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Assessment;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules on one fact at a time. One thread at a time. */
public final class Evaluator implements AutoCloseable {

    private final @Nullable TallySession tallies;
    private final RuleSession decisions;
    private final Choice choice = new Choice();

    public Evaluator(CompiledRules compiled) {
        this.tallies = compiled.tallies().map(TallySession::new).orElse(null);
        this.decisions = new RuleSession(compiled.decisions());
    }

    /** The tallies that the memory has it count under; the list is the evaluator's own until the next call. */
    public List<String> tallies(Activity fact) {
        return tallies == null ? List.of() : tallies.evaluate(fact);
    }

    /** The rules that raise a signal; the list is the evaluator's own until the next call. */
    public List<ParsedRule> signals(Activity fact) {
        return decisions.evaluate(fact);
    }

    /** What the policy rules choose for the score, within its band. */
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
        if (tallies != null) {
            tallies.close();
        }
        decisions.close();
    }
}
