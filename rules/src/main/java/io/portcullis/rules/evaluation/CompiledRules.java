package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Schema;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A rule set as Drools compiled it: tally rules in a knowledge base of their own, because they come before the others;
 * signals and policies, which see different facts, in another.
 */
public final class CompiledRules implements AutoCloseable {

    private final KnowledgeBase tallies;
    private final KnowledgeBase decisions;

    private CompiledRules(KnowledgeBase tallies, KnowledgeBase decisions) {
        this.tallies = tallies;
        this.decisions = decisions;
    }

    /** Compiles what the reader let through; what the compiler finds wrong goes to the diagnostics. */
    public static CompiledRules compile(List<ParsedRule> rules, Schema schema, Diagnostics diagnostics) {
        List<ParsedRule> counting = rules.stream().filter(CompiledRules::counts).toList();
        List<ParsedRule> deciding = rules.stream().filter(rule -> !counts(rule)).toList();
        // Side by side, because people wait for it.
        CompletableFuture<KnowledgeBase> decisions =
                CompletableFuture.supplyAsync(() -> KnowledgeBase.compile(deciding, schema, diagnostics));
        return new CompiledRules(KnowledgeBase.compile(counting, schema, diagnostics), decisions.join());
    }

    private static boolean counts(ParsedRule rule) {
        return rule.consequence() instanceof Consequence.Count;
    }

    KnowledgeBase tallies() {
        return tallies;
    }

    KnowledgeBase decisions() {
        return decisions;
    }

    @Override
    public void close() {
        tallies.close();
        decisions.close();
    }
}
