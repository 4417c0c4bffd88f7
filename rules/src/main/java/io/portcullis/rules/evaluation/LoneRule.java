package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Diagnostics;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.language.RuleReader;
import io.portcullis.rules.language.Source;
import io.portcullis.rules.memory.Schema;
import io.portcullis.rules.vocabulary.Activity;
import java.util.List;
import java.util.Map;

/** One rule, compiled as in its rule set but with no other beside it, so that what it costs can be measured. */
public final class LoneRule implements AutoCloseable {

    private final String name;
    private final KnowledgeBase base;
    private final RuleSession session;
    private final String entryPoint;

    private LoneRule(ParsedRule rule, Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        this.name = rule.name();
        this.entryPoint = EntryPoints.of(rule, MarkNumbers.of(List.of(rule)));
        this.base = KnowledgeBase.compile(List.of(rule), List.of(rule), schema, CompiledFolder.none(), diagnostics);
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException(diagnostics.sorted().toString());
        }
        this.session = new RuleSession(base);
    }

    /** @param schema of its rule set */
    public static LoneRule of(ParsedRule rule, Schema schema) {
        return new LoneRule(rule, schema);
    }

    /** A rule that is about no activity: what it costs to put one before any rule. */
    public static LoneRule idle() {
        String drl = "rule \"idle\" when Assessment( medium ) then risk.monitor(); end";
        return new LoneRule(
                new RuleReader(new Diagnostics())
                        .read(List.of(new Source("idle.drl", drl)))
                        .get(0),
                new Schema(Map.of()));
    }

    public String name() {
        return name;
    }

    /** Whether it fires, with no other rule's marks. */
    public boolean evaluate(Activity fact) {
        boolean fires = !session.evaluate(entryPoint, fact).isEmpty();
        session.clear();
        return fires;
    }

    @Override
    public void close() {
        session.close();
        base.close();
    }
}
