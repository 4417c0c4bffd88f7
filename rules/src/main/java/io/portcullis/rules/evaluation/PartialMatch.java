package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import java.util.List;

/** Which rules match an activity as far as that can be told without memory, and what there is to ask it. Immutable. */
public final class PartialMatch {

    private final List<ParsedRule> rules;
    private final AlphaNode.Branch[] waiting;

    PartialMatch(List<ParsedRule> rules, List<AlphaNode.Branch> waiting) {
        this.rules = List.copyOf(rules);
        this.waiting = waiting.toArray(AlphaNode.Branch[]::new);
    }

    /** Those that match, whatever the memory says. */
    List<ParsedRule> rules() {
        return rules;
    }

    /** Finds the others. */
    void ask(Activity fact, List<ParsedRule> matches) {
        for (AlphaNode.Branch branch : waiting) {
            branch.match(fact, matches, null);
        }
    }
}
