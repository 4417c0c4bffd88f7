package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Schema;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A rule set as Drools runs it: tally rules in knowledge bases of their own, because they come before the others (those
 * that ask the memory nothing, before there is any); signals and policies, which see different facts, in another.
 */
public final class CompiledRules implements AutoCloseable {

    private final Optional<KnowledgeBase> plainTallies;
    private final Optional<KnowledgeBase> tallies;
    private final KnowledgeBase decisions;

    private CompiledRules(
            Optional<KnowledgeBase> plainTallies, Optional<KnowledgeBase> tallies, KnowledgeBase decisions) {
        this.plainTallies = plainTallies;
        this.tallies = tallies;
        this.decisions = decisions;
    }

    /** Compiles what the reader let through; what the compiler finds wrong goes to the diagnostics. */
    public static CompiledRules compile(List<ParsedRule> rules, Schema schema, Diagnostics diagnostics) {
        List<ParsedRule> counting = rules.stream().filter(CompiledRules::counts).toList();
        List<ParsedRule> deciding = rules.stream().filter(rule -> !counts(rule)).toList();
        List<ParsedRule> plain =
                counting.stream().filter(rule -> rule.asked().isEmpty()).toList();
        List<ParsedRule> asking =
                counting.stream().filter(rule -> !rule.asked().isEmpty()).toList();
        // Side by side, because people wait for it.
        CompletableFuture<KnowledgeBase> decisions =
                CompletableFuture.supplyAsync(() -> KnowledgeBase.compile(deciding, schema, diagnostics));
        return new CompiledRules(
                tallies(plain, schema, diagnostics), tallies(asking, schema, diagnostics), decisions.join());
    }

    private static Optional<KnowledgeBase> tallies(List<ParsedRule> rules, Schema schema, Diagnostics diagnostics) {
        return rules.isEmpty() ? Optional.empty() : Optional.of(KnowledgeBase.compile(rules, schema, diagnostics));
    }

    private static boolean counts(ParsedRule rule) {
        return rule.consequence() instanceof Consequence.Count;
    }

    /** Whether some rule defines a tally without a look at the memory. */
    public boolean hasPlainTallies() {
        return plainTallies.isPresent();
    }

    /** Empty when no rule defines a tally without a look at the memory. */
    Optional<KnowledgeBase> plainTallies() {
        return plainTallies;
    }

    /** Empty when no rule defines a tally with a look at the memory. */
    Optional<KnowledgeBase> tallies() {
        return tallies;
    }

    KnowledgeBase decisions() {
        return decisions;
    }

    @Override
    public void close() {
        plainTallies.ifPresent(KnowledgeBase::close);
        tallies.ifPresent(KnowledgeBase::close);
        decisions.close();
    }
}
