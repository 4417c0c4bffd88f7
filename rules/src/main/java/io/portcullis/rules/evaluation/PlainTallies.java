package io.portcullis.rules.evaluation;

import io.portcullis.rules.vocabulary.Activity;
import java.util.List;

/** Evaluates the tally rules that ask the memory nothing. One thread at a time. */
public final class PlainTallies implements AutoCloseable {

    private final TallySession session;

    /** @throws java.util.NoSuchElementException when there are none */
    public PlainTallies(CompiledRules compiled) {
        this.session = new TallySession(compiled.plainTallies().orElseThrow());
    }

    /** The tallies that the activity counts under; the list is the evaluator's own until the next call. */
    public List<String> of(Activity fact) {
        return session.evaluate(fact);
    }

    @Override
    public void close() {
        session.close();
    }
}
