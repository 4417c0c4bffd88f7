package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.time.Instant;
import java.util.Locale;
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
     * The entities that it touches. Where the producer names no account, the user serves as one, else the mail address.
     */
    default Entities entities() {
        Entities named = envelope().entities();
        if (named.account() != null) {
            return named;
        }
        String account = named.user() != null ? named.user() : mail();
        return account == null ? named : named.withAccount(account);
    }

    /** The mail address that it names, in lower case; null for none. */
    default @Nullable String mail() {
        return envelope().attributes().get("email") instanceof String mail && mail.indexOf('@') > 0
                ? mail.strip().toLowerCase(Locale.ROOT)
                : null;
    }
}
