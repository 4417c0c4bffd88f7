package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.evaluation.Evaluator;
import io.portcullis.rules.memory.Observation;

/** An activity with all that is known of it without memory. Made by {@link Engine#prepare}. */
public final class Prepared {

    private final Setting setting;
    private final Observation observation;
    private final Evaluator.Ahead ahead;

    Prepared(Setting setting, Observation observation, Evaluator.Ahead ahead) {
        this.setting = setting;
        this.observation = observation;
        this.ahead = ahead;
    }

    public Activity activity() {
        return setting.activity();
    }

    Setting setting() {
        return setting;
    }

    /** What the memory is going to observe. */
    Observation observation() {
        return observation;
    }

    /** What rules say of it so far. */
    Evaluator.Ahead ahead() {
        return ahead;
    }
}
