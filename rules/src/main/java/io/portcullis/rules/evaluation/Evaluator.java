package io.portcullis.rules.evaluation;

import io.portcullis.domain.decision.Band;
import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Evaluates the rules on one fact at a time. One thread at a time, but for what it finds ahead. */
public final class Evaluator {

    private final AlphaNetwork tallies;
    private final AlphaNetwork decisions;
    private final List<ParsedRule> fired = new ArrayList<>();
    private final Choice choice = new Choice();

    public Evaluator(CompiledRules compiled) {
        this.tallies = compiled.tallies().network();
        this.decisions = compiled.decisions().network();
    }

    /**
     * What rules say of an activity without a look at the memory.
     *
     * @param tallies that it counts under
     */
    public record Ahead(List<String> tallies, PartialMatch furtherTallies, PartialMatch signals) {}

    /** Finds it on whatever thread. */
    public Ahead ahead(Activity fact) {
        PartialMatch counting = tallies.matchAhead(fact);
        return new Ahead(names(counting.rules()), counting, decisions.matchAhead(fact));
    }

    /** The tallies that the memory has it count under; empty most often. */
    public List<String> tallies(Activity fact, Ahead ahead) {
        fired.clear();
        ahead.furtherTallies().ask(fact, fired);
        return names(fired);
    }

    private static List<String> names(List<ParsedRule> counting) {
        if (counting.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(counting.size());
        for (ParsedRule rule : counting) {
            if (rule.consequence() instanceof Consequence.Count count) {
                names.add(count.tally());
            }
        }
        return names;
    }

    /** The rules that raise a signal; the list is the evaluator's own until the next call of any kind. */
    public List<ParsedRule> signals(Activity fact, Ahead ahead) {
        fired.clear();
        fired.addAll(ahead.signals().rules());
        ahead.signals().ask(fact, fired);
        return fired;
    }

    /** What the policy rules choose for the score, within its band. */
    public Choice choose(Supplier<Assessment> assessment, int score) {
        Band band = Band.of(score);
        choice.start(band);
        if (band == Band.MEDIUM || band == Band.HIGH) {
            for (ParsedRule rule : matches(assessment.get())) {
                if (rule.consequence() instanceof Consequence.Choose chosen) {
                    choice.take(chosen);
                }
            }
        }
        return choice;
    }

    /** The rules that raise a signal for an activity, or choose for an assessment: all that match, found in one go. */
    public List<ParsedRule> matches(Object fact) {
        List<ParsedRule> matches = new ArrayList<>();
        decisions.match(fact, matches);
        return matches;
    }
}
