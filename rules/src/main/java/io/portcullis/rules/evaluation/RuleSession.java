package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/**
 * A kept session: insert the fact, fire, delete it. A rule fires at most once for a fact, so there can be no more
 * firings than rules. One thread at a time.
 */
final class RuleSession implements AutoCloseable {

    private final KieSession session;
    private final List<ParsedRule> rules;
    private final List<ParsedRule> fired = new ArrayList<>();
    private final AgendaFilter notesWhatFires = this::note;

    RuleSession(KnowledgeBase base) {
        this.session = base.newSession();
        this.rules = base.rules();
    }

    /** What a rule does is known from its reading, so that Drools has nothing to run. */
    private boolean note(Match match) {
        fired.add(rules.get(Integer.parseInt(match.getRule().getName())));
        return false;
    }

    /** The rules that fired; the list is the session's own until its next evaluation. */
    List<ParsedRule> evaluate(Object fact) {
        fired.clear();
        FactHandle handle = session.insert(fact);
        try {
            session.fireAllRules(notesWhatFires, rules.size());
        } finally {
            session.delete(handle);
        }
        return fired;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
