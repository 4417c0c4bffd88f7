package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import java.util.List;
import java.util.Optional;

/**
 * A rule set as Drools runs it: tally rules in a knowledge base of their own, because they come before the others;
 * signals and policies, which see different facts, in another.
 */
public final class CompiledRules implements AutoCloseable {

    private final Optional<KnowledgeBase> tallies;
    private final KnowledgeBase decisions;

    private CompiledRules(Optional<KnowledgeBase> tallies, KnowledgeBase decisions) {
        this.tallies = tallies;
        this.decisions = decisions;
    }

    /** Compiles what the reader let through; what the compiler finds wrong goes to the diagnostics. */
    public static CompiledRules compile(List<ParsedRule> rules, Diagnostics diagnostics) {
        List<ParsedRule> counting = rules.stream().filter(CompiledRules::counts).toList();
        List<ParsedRule> deciding = rules.stream().filter(rule -> !counts(rule)).toList();
        return new CompiledRules(
                counting.isEmpty()
                        ? Optional.empty()
                        : Optional.of(KnowledgeBase.compile(counting, "global Tally tally;", diagnostics)),
                KnowledgeBase.compile(deciding, "global Risk risk;", diagnostics));
    }

    private static boolean counts(ParsedRule rule) {
        return rule.consequence() instanceof Consequence.Count;
    }

    /** Empty when no rule defines a tally. */
    Optional<KnowledgeBase> tallies() {
        return tallies;
    }

    KnowledgeBase decisions() {
        return decisions;
    }

    @Override
    public void close() {
        tallies.ifPresent(KnowledgeBase::close);
        decisions.close();
    }
}
