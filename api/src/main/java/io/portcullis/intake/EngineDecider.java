package io.portcullis.intake;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.Engine;
import io.portcullis.rules.Prepared;
import io.portcullis.rules.RuleSet;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Decides by rules. */
final class EngineDecider implements Decider {

    private final String ruleSet;
    private final Engine engine;

    EngineDecider(RuleSet rules) {
        this.ruleSet = rules.id();
        this.engine = new Engine(rules);
    }

    @Override
    public String ruleSet() {
        return ruleSet;
    }

    @Override
    public Undecided prepare(Activity activity) {
        Prepared prepared = engine.prepare(activity);
        return position -> engine.decide(prepared, position);
    }

    @Override
    public long memoryHash() {
        return engine.memoryHash();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        engine.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        engine.restore(in);
    }

    @Override
    public void close() {
        engine.close();
    }
}
