package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in an {@link AlphaNetwork}: what rules go on to say that were alike so far. */
final class AlphaNode {

    /** What they say once a constraint holds. */
    record Branch(Constraint constraint, AlphaNode node) {

        void match(Object fact, List<ParsedRule> matches, @Nullable List<Branch> waiting) {
            if (constraint.holds(fact)) {
                node.match(fact, matches, waiting);
            }
        }
    }

    /** What they say of a property's words, by the word: that of other words costs nothing. */
    private record Index(Indexed.Property property, Map<String, AlphaNode> nodes) {}

    private final ParsedRule[] rules;
    private final Index[] indexes;
    private final Branch[] branches;

    private AlphaNode(ParsedRule[] rules, Index[] indexes, Branch[] branches) {
        this.rules = rules;
        this.indexes = indexes;
        this.branches = branches;
    }

    /** @param rules that say no more */
    static AlphaNode of(
            List<ParsedRule> rules, Map<Indexed.Property, Map<String, AlphaNode>> indexed, List<Branch> branches) {
        return new AlphaNode(
                rules.toArray(ParsedRule[]::new),
                indexed.entrySet().stream()
                        .map(index -> new Index(index.getKey(), index.getValue()))
                        .toArray(Index[]::new),
                branches.toArray(Branch[]::new));
    }

    /**
     * Finds the rules that match.
     *
     * @param waiting takes the branches that ask the memory; null when it can be asked
     */
    void match(Object fact, List<ParsedRule> matches, @Nullable List<Branch> waiting) {
        for (ParsedRule rule : rules) {
            matches.add(rule);
        }
        for (Index index : indexes) {
            AlphaNode node = index.nodes().get(index.property().of(fact));
            if (node != null) {
                node.match(fact, matches, waiting);
            }
        }
        for (Branch branch : branches) {
            if (waiting != null && branch.constraint().asks()) {
                waiting.add(branch);
            } else {
                branch.match(fact, matches, waiting);
            }
        }
    }
}
