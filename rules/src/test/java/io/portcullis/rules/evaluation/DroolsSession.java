package io.portcullis.rules.evaluation;

import io.portcullis.rules.language.ParsedRule;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** The rules as Drools itself runs them, in a session: insert the fact, fire, delete it. */
public final class DroolsSession implements AutoCloseable {

    private final KnowledgeBase base;
    private final KieSession session;

    private DroolsSession(KnowledgeBase base) {
        this.base = base;
        this.session = base.container().newKieSession();
    }

    public static DroolsSession ofTallies(CompiledRules rules) {
        return new DroolsSession(rules.tallies());
    }

    public static DroolsSession ofDecisions(CompiledRules rules) {
        return new DroolsSession(rules.decisions());
    }

    /** The rules that fire. */
    public List<ParsedRule> evaluate(Object fact) {
        List<ParsedRule> fired = new ArrayList<>();
        FactHandle handle = session.insert(fact);
        session.fireAllRules(match -> {
            fired.add(base.rules().get(Integer.parseInt(match.getRule().getName())));
            return false;
        });
        session.delete(handle);
        return fired;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
