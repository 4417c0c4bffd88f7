package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.Consequence;
import io.portcullis.rules.language.ParsedRule;
import io.portcullis.rules.vocabulary.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/**
 * A session of Drools that is kept: facts are inserted, rules fire, and all is deleted again. Rules have no consequences
 * that Drools could run; the session notes which fired, and inserts the marks that they set. One thread at a time.
 */
final class RuleSession implements AgendaFilter, AutoCloseable {

    /** A rule by its index in the knowledge base; its mark is made once. */
    private record Numbered(int index, ParsedRule rule, Mark mark) {}

    private static final Mark NONE = new Mark("");

    private final KnowledgeBase base;
    private final Map<String, Numbered> rules = new HashMap<>();
    private final List<FactHandle> handles = new ArrayList<>();
    private final List<ParsedRule> fired = new ArrayList<>();
    private final BitSet indexes = new BitSet();

    /** Null until it is needed: to make one takes milliseconds. */
    private @Nullable KieSession session;

    RuleSession(KnowledgeBase base) {
        this.base = base;
        List<ParsedRule> numbered = base.rules();
        for (int i = 0; i < numbered.size(); i++) {
            ParsedRule rule = numbered.get(i);
            String mark = rule.marks();
            rules.put(Integer.toString(i), new Numbered(i, rule, mark == null ? NONE : new Mark(mark)));
        }
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Adds a fact to those that are there. */
    void insert(Object fact) {
        handles.add(session().insert(fact));
    }

    /**
     * Adds a fact to those that are there, and fires.
     *
     * @return all rules that fired since {@link #clear}; the list is the session's own
     */
    List<ParsedRule> evaluate(Object fact) {
        KieSession session = session();
        try {
            handles.add(session.insert(fact));
            session.fireAllRules(this);
            return fired;
        } catch (RuntimeException | Error e) {
            // What it had half done would show in the next evaluation.
            close();
            throw e;
        }
    }

    private KieSession session() {
        if (session == null) {
            session = base.base().newKieSession();
        }
        return session;
    }

    /** Deletes all facts. */
    void clear() {
        for (int i = handles.size() - 1; i >= 0; i--) {
            session().delete(handles.get(i));
        }
        handles.clear();
        fired.clear();
        indexes.clear();
    }

    /** Called for each match; none has a consequence, so that it is never executed. */
    @Override
    public boolean accept(Match match) {
        Numbered numbered = rules.get(match.getRule().getName());
        if (numbered != null && !indexes.get(numbered.index())) {
            indexes.set(numbered.index());
            fired.add(numbered.rule());
            if (numbered.rule().consequence() instanceof Consequence.Mark) {
                handles.add(session().insert(numbered.mark()));
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (session != null) {
            session.dispose();
            session = null;
        }
        handles.clear();
        clear();
    }
}
