package io.portcullis.domain.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entities that a producer named in an activity. Each is an opaque identifier; {@code apiKey}, {@code token} and
 * {@code card} are fingerprints, never the secret.
 */
public record Entities(
        @Nullable String user,
        @Nullable String account,
        @Nullable String organization,
        @Nullable String device,
        @Nullable String ip,
        @Nullable String apiKey,
        @Nullable String token,
        @Nullable String session,
        @Nullable String card) {

    /** The identifier of the entity of that kind; null when the activity names none, or the kind is a derived one. */
    public @Nullable String id(EntityKind kind) {
        return switch (kind) {
            case USER -> user;
            case ACCOUNT -> account;
            case ORGANIZATION -> organization;
            case DEVICE -> device;
            case IP -> ip;
            case API_KEY -> apiKey;
            case TOKEN -> token;
            case SESSION -> session;
            case CARD -> card;
            case NETWORK, CLIENT, ENDPOINT -> null;
        };
    }

    /** The same with another account. */
    public Entities withAccount(String other) {
        return new Entities(user, other, organization, device, ip, apiKey, token, session, card);
    }

    /** The entities that are named, in the order of {@link EntityKind}. */
    public List<EntityRef> refs() {
        List<EntityRef> refs = new ArrayList<>(4);
        for (EntityKind kind : EntityKind.values()) {
            Optional.ofNullable(id(kind)).ifPresent(id -> refs.add(new EntityRef(kind, id)));
        }
        return refs;
    }

    public boolean isEmpty() {
        return user == null
                && account == null
                && organization == null
                && device == null
                && ip == null
                && apiKey == null
                && token == null
                && session == null
                && card == null;
    }
}
