package io.portcullis.rules.evaluation;

import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.Tally;
import java.util.ArrayList;
import java.util.List;

/** Evaluates the tally rules that ask the memory nothing. One thread at a time. */
public final class PlainTallies implements AutoCloseable {

    private final RuleSession session;
    private final List<String> counted = new ArrayList<>();

    /** @throws java.util.NoSuchElementException when there are none */
    public PlainTallies(CompiledRules compiled) {
        Tally tally = counted::add;
        this.session = new RuleSession(compiled.plainTallies().orElseThrow(), "tally", tally);
    }

    /** The tallies that the activity counts under; the list is the evaluator's own until the next call. */
    public List<String> of(Activity fact) {
        counted.clear();
        session.evaluate(fact);
        return counted;
    }

    @Override
    public void close() {
        session.close();
    }
}
