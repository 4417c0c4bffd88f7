package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.EntryPoint;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

/**
 * A session of Drools that is kept: facts are inserted, rules fire, and all is deleted again. Rules have no consequences
 * that Drools could run; the session notes which fired. One thread at a time.
 */
final class RuleSession implements AgendaFilter, AutoCloseable {

    /** A rule by its index in the knowledge base. */
    private record Numbered(int index, ParsedRule rule) {}

    private record Inserted(EntryPoint at, FactHandle fact) {}

    private final KnowledgeBase base;
    private final Map<String, Numbered> rules = new HashMap<>();
    private final Map<String, EntryPoint> entryPoints = new HashMap<>();
    private final List<Inserted> inserted = new ArrayList<>();
    private final List<ParsedRule> fired = new ArrayList<>();
    private final BitSet indexes = new BitSet();

    /** Null until it is needed: to make one takes milliseconds. */
    private @Nullable KieSession session;

    RuleSession(KnowledgeBase base) {
        this.base = base;
        List<ParsedRule> numbered = base.rules();
        for (int i = 0; i < numbered.size(); i++) {
            rules.put(Integer.toString(i), new Numbered(i, numbered.get(i)));
        }
    }

    /** Adds a fact to those that are there. */
    void insert(String entryPoint, Object fact) {
        try {
            session();
            EntryPoint at = entryPoints.get(entryPoint);
            // Where no rule waits, there is none.
            if (at != null) {
                inserted.add(new Inserted(at, at.insert(fact)));
            }
        } catch (RuntimeException | Error e) {
            // Drools looks at conditions as it inserts. What it had half done would show in the next evaluation.
            close();
            throw e;
        }
    }

    /**
     * Adds a fact to those that are there, and fires.
     *
     * @return all rules that fired since {@link #clear}; the list is the session's own
     */
    List<ParsedRule> evaluate(String entryPoint, Object fact) {
        try {
            insert(entryPoint, fact);
            if (!inserted.isEmpty()) {
                session().fireAllRules(this);
            }
            return fired;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private KieSession session() {
        if (session == null) {
            session = base.session();
            session.getEntryPoints().forEach(each -> entryPoints.put(each.getEntryPointId(), each));
        }
        return session;
    }

    /** Deletes all facts. */
    void clear() {
        for (int i = inserted.size() - 1; i >= 0; i--) {
            inserted.get(i).at().delete(inserted.get(i).fact());
        }
        inserted.clear();
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
        }
        return false;
    }

    @Override
    public void close() {
        if (session != null) {
            session.dispose();
            session = null;
        }
        entryPoints.clear();
        inserted.clear();
        clear();
    }
}
