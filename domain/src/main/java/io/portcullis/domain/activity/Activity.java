package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that happened at a customer's API. The four types are the four events of the log. */
public sealed interface Activity permits ApiRequest, Login, Signup, Payment {

    /** What every activity has. */
    Envelope envelope();

    ActivityType type();

    /** The same activity, of somebody else or at another time. */
    Activity with(Envelope envelope);

    /** The producer's idempotency key, 1 to {@value ActivityReader#MAX_ID} characters. */
    default String id() {
        return envelope().id();
    }

    /** Event time. */
    default Instant occurredAt() {
        return envelope().occurredAt();
    }

    /**
     * The entities that it touches. Where the producer names no account, the user serves as one, else the mailbox.
     */
    default Entities entities() {
        Entities named = envelope().entities();
        if (named.account() != null) {
            return named;
        }
        String account = named.user() != null ? named.user() : mail();
        return account == null ? named : named.withAccount(account);
    }

    /** The mailbox that it names, canonical; null for none. */
    default @Nullable String mail() {
        return envelope().attributes().get("email") instanceof String address ? Mailbox.of(address) : null;
    }
}
