package io.portcullis.domain.activity;

import java.util.Arrays;
import java.util.Optional;

/** The four types of activity. Their labels are the event types in the store, and never change. */
public enum ActivityType {
    API_REQUEST("api-request"),
    LOGIN("login"),
    SIGNUP("signup"),
    PAYMENT("payment");

    private final String label;

    ActivityType(String label) {
        this.label = label;
    }

    /** The type's name in JSON, in SQL and in the event store. */
    public String label() {
        return label;
    }

    public static Optional<ActivityType> ofLabel(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }
}
