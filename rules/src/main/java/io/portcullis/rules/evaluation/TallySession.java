package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Activity;
import java.util.ArrayList;
import java.util.List;

/** A session of tally rules. One thread at a time. */
final class TallySession implements AutoCloseable {

    private final RuleSession session;
    private final List<String> counted = new ArrayList<>();

    TallySession(KnowledgeBase base) {
        this.session = new RuleSession(base);
    }

    /** The tallies that the activity counts under; the list is the session's own until its next evaluation. */
    List<String> evaluate(Activity fact) {
        counted.clear();
        for (ParsedRule rule : session.evaluate(fact)) {
            if (rule.consequence() instanceof Consequence.Count count) {
                counted.add(count.tally());
            }
        }
        return counted;
    }

    @Override
    public void close() {
        session.close();
    }
}
