package io.portcullis.domain.entity;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The twelve kinds of entity that Portcullis remembers and keeps risk views of.
 *
 * <p>The first nine are named by the producer; {@code network}, {@code client} and {@code endpoint} are derived from
 * the activity.
 */
public enum EntityKind {
    USER("user", "users"),
    ACCOUNT("account", "accounts"),
    ORGANIZATION("organization", "organizations"),
    DEVICE("device", "devices"),
    IP("ip", "ips"),
    API_KEY("apiKey", "api-keys"),
    TOKEN("token", "tokens"),
    SESSION("session", "sessions"),
    CARD("card", "cards"),
    NETWORK("network", "networks"),
    CLIENT("client", "clients"),
    ENDPOINT("endpoint", "endpoints");

    private static final Map<String, EntityKind> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EntityKind::label, Function.identity()));

    private final String label;
    private final String collection;

    EntityKind(String label, String collection) {
        this.label = label;
        this.collection = collection;
    }

    /** The kind's name in JSON, in SQL, in DRL and in the console: {@code apiKey}. */
    public String label() {
        return label;
    }

    /** The kind's name in URLs: {@code api-keys}. */
    public String collection() {
        return collection;
    }

    public static Optional<EntityKind> ofLabel(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
