package io.portcullis.domain.activity;

import org.jspecify.annotations.Nullable;

/**
 * A call of an API.
 *
 * @param path raw, as it was called; the endpoint is found in the endpoint catalogue
 * @param status HTTP status, 100 to 599
 * @param durationMs time to answer, milliseconds
 * @param bytes size of the response body
 * @param resource the object read or changed
 */
public record ApiRequest(
        Envelope envelope,
        @Nullable String method,
        @Nullable String path,
        @Nullable Integer status,
        @Nullable Long durationMs,
        @Nullable Long bytes,
        @Nullable String resource)
        implements Activity {

    @Override
    public ActivityType type() {
        return ActivityType.API_REQUEST;
    }

    @Override
    public ApiRequest with(Envelope other) {
        return new ApiRequest(other, method, path, status, durationMs, bytes, resource);
    }
}
