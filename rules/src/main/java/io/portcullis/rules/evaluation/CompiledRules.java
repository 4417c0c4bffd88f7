package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.memory.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * A rule set as Drools compiled it: the rules that count tallies and set marks in one knowledge base, those that raise
 * signals and choose policies in another.
 */
public final class CompiledRules implements AutoCloseable {

    private final MarkNumbers marks;
    private final boolean counts;
    private final KnowledgeBase groundwork;
    private final KnowledgeBase decisions;

    private CompiledRules(MarkNumbers marks, boolean counts, KnowledgeBase groundwork, KnowledgeBase decisions) {
        this.marks = marks;
        this.counts = counts;
        this.groundwork = groundwork;
        this.decisions = decisions;
    }

    /**
     * Compiles what the reader let through.
     *
     * @param kept where rules are that were compiled before
     * @param diagnostics take what the compiler finds wrong
     */
    public static CompiledRules compile(
            List<ParsedRule> rules, Schema schema, CompiledFolder kept, Diagnostics diagnostics) {
        MarkNumbers marks = MarkNumbers.of(rules);
        Map<Boolean, List<ParsedRule>> parts =
                rules.stream().collect(Collectors.partitioningBy(CompiledRules::isGroundwork));
        // Side by side, because people wait for it.
        CompletableFuture<KnowledgeBase> decisions = CompletableFuture.supplyAsync(
                () -> KnowledgeBase.compile(parts.getOrDefault(false, List.of()), rules, schema, kept, diagnostics));
        return new CompiledRules(
                marks,
                rules.stream().anyMatch(CompiledRules::counts),
                KnowledgeBase.compile(parts.getOrDefault(true, List.of()), rules, schema, kept, diagnostics),
                decisions.join());
    }

    private static boolean isGroundwork(ParsedRule rule) {
        return counts(rule) || rule.marks() != null;
    }

    private static boolean counts(ParsedRule rule) {
        return rule.consequence() instanceof Consequence.Count;
    }

    MarkNumbers marks() {
        return marks;
    }

    /** Whether there are rules that count tallies. */
    boolean counts() {
        return counts;
    }

    KnowledgeBase groundwork() {
        return groundwork;
    }

    KnowledgeBase decisions() {
        return decisions;
    }

    @Override
    public void close() {
        groundwork.close();
        decisions.close();
    }
}
