package io.portcullis.domain.activity;

import io.portcullis.domain.entity.Entities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every activity has, whatever its type.
 *
 * @param headers the names of the request's headers, in the order they came; empty when the producer tells none
 * @param attributes the producer's fields that Portcullis does not know, kept and readable by rules; and {@code ip} as
 *     the producer wrote it, where that is not how the address is spelt
 */
public record Envelope(
        String id,
        Instant occurredAt,
        Entities entities,
        @Nullable String userAgent,
        List<String> headers,
        @Nullable String referrer,
        @Nullable App app,
        @Nullable Network network,
        Map<String, Object> attributes) {}
