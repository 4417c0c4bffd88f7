package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.MarkOrder;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A rule set as Drools compiled it: tally rules, with the marks that they read, in a knowledge base of their own, because
 * the memory counts what they found before other rules ask it; all others in another.
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
        MarkOrder order = new MarkOrder(rules);
        List<ParsedRule> counting = counting(rules, order);
        List<ParsedRule> deciding = rules.stream().filter(rule -> !counts(rule)).toList();
        // Side by side, because people wait for it.
        CompletableFuture<KnowledgeBase> decisions =
                CompletableFuture.supplyAsync(() -> KnowledgeBase.compile(deciding, order, schema, diagnostics));
        return new CompiledRules(KnowledgeBase.compile(counting, order, schema, diagnostics), decisions.join());
    }

    private static List<ParsedRule> counting(List<ParsedRule> rules, MarkOrder order) {
        Set<ParsedRule> read = new HashSet<>();
        rules.stream()
                .filter(CompiledRules::counts)
                .flatMap(rule -> rule.condition().marks())
                .distinct()
                .flatMap(order::below)
                .forEach(read::add);
        return rules.stream()
                .filter(rule -> counts(rule) || read.contains(rule))
                .toList();
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
