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

    private final KnowledgeBase base;
    private final List<ParsedRule> rules;
    private final List<ParsedRule> fired = new ArrayList<>();
    private final AgendaFilter notesWhatFires = this::note;
    private KieSession session;

    RuleSession(KnowledgeBase base) {
        this.base = base;
        this.rules = base.rules();
        this.session = base.newSession();
    }

    /** What a rule does is known from its reading, so that Drools has nothing to run. */
    private boolean note(Match match) {
        fired.add(rules.get(Integer.parseInt(match.getRule().getName())));
        return false;
    }

    /** The rules that fired; the list is the session's own until its next evaluation. */
    List<ParsedRule> evaluate(Object fact) {
        fired.clear();
        try {
            FactHandle handle = session.insert(fact);
            session.fireAllRules(notesWhatFires, rules.size());
            session.delete(handle);
        } catch (RuntimeException | Error e) {
            startAnew();
            throw e;
        }
        return fired;
    }

    /** A session that failed half-way would tell of this fact when it sees the next one. */
    private void startAnew() {
        fired.clear();
        session.dispose();
        session = base.newSession();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
