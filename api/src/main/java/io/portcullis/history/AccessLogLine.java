package io.portcullis.history;

import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.entity.Entities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line of an access log tells, whatever its format. */
record AccessLogLine(
        Instant occurredAt,
        @Nullable String address,
        @Nullable String user,
        RequestLine request,
        @Nullable Long status,
        @Nullable Long bytes,
        @Nullable String referrer,
        @Nullable String userAgent,
        @Nullable Long durationMs) {

    /** @throws InvalidActivity when it names nobody */
    ApiRequest toActivity(String id) throws InvalidActivity {
        Entities entities = new Entities(name(user), null, null, null, address, null, null, null, null);
        if (entities.isEmpty()) {
            throw new InvalidActivity("ip", "the line names neither host nor user");
        }
        Envelope envelope = new Envelope(
                id,
                occurredAt,
                entities,
                userAgent,
                List.of(),
                referrer,
                null,
                null,
                request.rest() == null ? Map.of() : Map.of("request", request.rest()));
        return new ApiRequest(envelope, request.method(), request.target(), statusOfHttp(), durationMs, bytes, null);
    }

    /** A name longer than identifiers may be is one that an attacker made up. */
    private static @Nullable String name(@Nullable String user) {
        return user == null || user.length() > ActivityReader.MAX_IDENTIFIER ? null : user;
    }

    private @Nullable Integer statusOfHttp() {
        return status == null || status < 100 || status > 599 ? null : Integer.valueOf(status.intValue());
    }
}
