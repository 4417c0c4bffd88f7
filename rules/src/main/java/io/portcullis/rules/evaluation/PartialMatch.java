package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import java.util.List;

/** Which rules match an activity as far as that can be told without memory, and what there is to ask it. Immutable. */
public final class PartialMatch {

    private final List<ParsedRule> rules;
    private final List<AlphaNode.Branch> waiting;

    /** @param waiting like the rules, a list that nobody changes */
    PartialMatch(List<ParsedRule> rules, List<AlphaNode.Branch> waiting) {
        this.rules = rules;
        this.waiting = waiting;
    }

    /** Those that match, whatever the memory says. */
    List<ParsedRule> rules() {
        return rules;
    }

    /** Finds the others. */
    void ask(Activity fact, List<ParsedRule> matches) {
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).match(fact, matches, null);
        }
    }
}
