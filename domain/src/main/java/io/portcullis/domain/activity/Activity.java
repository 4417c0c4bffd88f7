package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.time.Instant;

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

    default Entities entities() {
        return envelope().entities();
    }
}
