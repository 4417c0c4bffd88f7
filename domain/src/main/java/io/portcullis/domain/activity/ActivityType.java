package io.portcullis.domain.activity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The four types of activity. Their labels are the event types in the store, and never change. */
public enum ActivityType {
    API_REQUEST("api-request"),
    LOGIN("login"),
    SIGNUP("signup"),
    PAYMENT("payment");

    private static final Map<String, ActivityType> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ActivityType::label, Function.identity()));

    private final String label;

    ActivityType(String label) {
        this.label = label;
    }

    /** The type's name in JSON, in SQL and in the event store. */
    public String label() {
        return label;
    }

    public static Optional<ActivityType> ofLabel(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
