package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.memory.Observation;

/** An activity with all that is known of it without memory. Made by {@link Engine#prepare}. */
public final class Prepared {

    private final Setting setting;
    private final Observation observation;

    Prepared(Setting setting, Observation observation) {
        this.setting = setting;
        this.observation = observation;
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
}
