package io.portcullis.rules;

import io.portcullis.domain.activity.Activity;
import io.portcullis.rules.memory.Observation;
import io.portcullis.rules.vocabulary.ClientProfile;
import io.portcullis.rules.vocabulary.EndpointProfile;

/** An activity with all that is known of it without memory. Made by {@link Engine#prepare}. */
public final class Prepared {

    private final Activity activity;
    private final EndpointProfile endpoint;
    private final ClientProfile client;
    private final Observation observation;

    Prepared(Activity activity, EndpointProfile endpoint, ClientProfile client, Observation observation) {
        this.activity = activity;
        this.endpoint = endpoint;
        this.client = client;
        this.observation = observation;
    }

    public Activity activity() {
        return activity;
    }

    EndpointProfile endpoint() {
        return endpoint;
    }

    ClientProfile client() {
        return client;
    }

    Observation observation() {
        return observation;
    }
}
