package io.portcullis.history;

import io.portcullis.domain.activity.Activity;
import io.portcullis.domain.activity.ActivityReader;
import io.portcullis.domain.activity.ApiRequest;
import io.portcullis.domain.activity.Envelope;
import io.portcullis.domain.activity.InvalidActivity;
import io.portcullis.domain.entity.Entities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of the combined log format, or of the common one, which ends before the referrer:
 *
 * <pre>[vhost:port] host ident user [time] "request" status bytes "referrer" "user agent" anything</pre>
 *
 * <p>What attackers write into a request is part of history, so only the frame of a line must be right: a request that
 * is none in HTTP is kept as {@code attributes.request}.
 */
final class CombinedLogParser implements LineParser {

    private final Supplier<String> identifiers;

    CombinedLogParser(Supplier<String> identifiers) {
        this.identifiers = identifiers;
    }

    @Override
    public Activity parse(byte[] bytes, int offset, int length) throws InvalidActivity {
        LogCursor line = new LogCursor(bytes, offset, length);
        ClientFields client = ClientFields.of(line.textUpTo(line.startOfTime()));
        Instant occurredAt = line.time();
        RequestLine request = RequestLine.of(line.request());
        Integer status = status(line.number("status"));
        Long size = line.number("bytes");
        String referrer = line.quoted();
        String userAgent = line.quoted();
        Envelope envelope = new Envelope(
                identifiers.get(),
                occurredAt,
                entities(client),
                userAgent,
                List.of(),
                referrer,
                null,
                null,
                request.rest() == null ? Map.of() : Map.of("request", request.rest()));
        return new ApiRequest(envelope, request.method(), request.target(), status, null, size, null);
    }

    private static Entities entities(ClientFields client) throws InvalidActivity {
        Entities entities = new Entities(
                identifier(client.user()), null, null, null, client.address(), null, null, null, null);
        if (entities.isEmpty()) {
            throw new InvalidActivity("ip", "the line names neither host nor user");
        }
        return entities;
    }

    /** A name longer than identifiers may be is one that an attacker made up. */
    private static @Nullable String identifier(@Nullable String name) {
        return name == null || name.length() > ActivityReader.MAX_IDENTIFIER ? null : name;
    }

    private static @Nullable Integer status(@Nullable Long status) {
        return status == null || status < 100 || status > 599 ? null : Integer.valueOf(status.intValue());
    }
}
